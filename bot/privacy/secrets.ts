const known =
  /\b(?:xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|gh[opsur]_\w{20,}|github_pat_\w{20,}|AKIA[0-9A-Z]{12,}|AIza[\w-]{30,}|sk-[\w-]{16,}|SG\.[\w-]{10,}\.[\w-]{10,}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,40})/g;
const named =
  /((?<![\w-])(?:[\w-]{0,20}password|passwd|passwort|kennwort|mot de passe|contraseña|wachtwoord|senha|parola|пароль|api[ _-]?key|secret|access[ _-]?token|token|authorization: (?:basic|bearer|whm \w{1,30}:|cpanel \w{1,30}:)|auth (?:plain|login))(?:[ \t]*[:=][ \t]*|[ \t]+(?:is|ist|est|es|lautet)[ \t]+|[ \t]+(?=[\w+/=.-]{12,}(?![\w+/=.-]))(?=\S*\d)))("[^"\r\n]{1,200}"|'[^'\r\n]{1,200}'|(?!\[secret\])[^\s"',;&]{1,500})/gimu;
const urlLogin = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:[\]]{1,100}:[^\s/@]{1,200}@/gi;
const uuid = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])/gi;
const hex = /(?<![0-9a-z])[0-9a-f]{24,}(?![0-9a-z])/gi;
const base64 = /(?<![\w+/=.@-])[A-Za-z0-9+/_-]{32,}={0,2}(?![\w+/@])/g;

/** Passwords, tokens, keys, and runs too random to be words: `[secret]`, `[id]`. */
export function maskSecrets(text: string): string {
  return text
    .replace(urlLogin, '$1[secret]@')
    .replace(known, '[secret]')
    .replace(named, '$1[secret]')
    .replace(uuid, '[id]')
    .replace(hex, (whole) => (/\d/.test(whole) && /[a-f]/i.test(whole) ? '[id]' : whole))
    .replace(base64, (whole) => (looksRandom(whole) ? '[id]' : whole));
}

/** Small, capital and digit together; paths, rules of dashes and long words have no such mixture. */
function looksRandom(run: string): boolean {
  if (/^[A-Z0-9]{32,}$/.test(run)) return /\d.*\d.*\d/.test(run) && /[A-Z]/.test(run);
  if (/^[-_/+=]+$/.test(run) || run.split(/[/_-]/).every((part) => part.length < 16)) return false;
  return /\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run);
}
