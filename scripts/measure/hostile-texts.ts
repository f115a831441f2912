const longest = 10_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);

const headers = 'From: a@example.com\nTo: b@example.com\nSubject: Returned\nMIME-Version: 1.0\n';
const picture = 'Content-Type: image/png\nContent-Transfer-Encoding: base64';

/** What may be pasted or attached to hold everybody up: ten million characters each. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'one letter': fill('a'),
  words: fill('mail server error 550 '),
  addresses: fill('a.b@c.example.com,'),
  brackets: fill('<[({'),
  quotes: fill('> '),
  'digits and dots': fill('5.1.1.'),
  refusals: fill('550 5.1.1 no such user\n'),
  'misspelt words': Array.from({ length: longest / 10 }, (_, at) => `wrd${at.toString(36)}x`).join(' '),
  'a message': `${headers}Content-Type: text/plain\n\n${fill('550 5.1.1 no such user here\n')}`,
  'a message in HTML': `${headers}Content-Type: text/html\n\n${fill('<div><p>550 5.1.1 <b>no such</b> user</p>\n')}`,
  'a message of headers': `${headers}${fill('X-Header: 550 5.1.1 something or other\n')}\n\nhi`,
  'a message of parts': `${headers}Content-Type: multipart/mixed; boundary=bb\n\n${fill('--bb\nContent-Type: text/plain\n\nhi\n')}`,
  'a message with a picture': `${headers}Content-Type: multipart/mixed; boundary=bb\n\n--bb\n${picture}\n\n${fill(`${'QUJD'.repeat(19)}\n`)}`,
};
