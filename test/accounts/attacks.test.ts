import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AccountAnswer } from '../../bot/accounts/account-answer.ts';
import { makeCode } from '../../bot/accounts/link-code.ts';
import { linkWords } from '../../bot/accounts/link-desk.ts';
import { shortChoice } from '../../bot/accounts/short-choice.ts';
import { type House, hour, minute, openHouse, personOf, placeOf, wordsOf } from './house.ts';

/** Anna owns gardens.example and is linked with it. Everybody else wants something of it. */
const anna = personOf('U1');
const eve = personOf('U666');
const otherWorkspace = personOf('U1', { workspace: 'T2' });
const otherPlatform = personOf('U1', { platform: 'discord' });
const gardens = { server: 'web1', user: 'gardens' };
const secret = /gardens|seeds|news@|22 addresses/;
const why = 'I am curious';

describe('whoever attacks', () => {
  let house: House;
  const tried: string[] = [];
  before(async () => {
    house = await openHouse();
    await house.link(anna, 'gardens');
    await house.link(personOf('U5'), 'bakery');
  });
  after(async () => {
    await house.close();
    console.log(`  ${tried.length} ways tried:\n${tried.map((line) => `  - ${line}`).join('\n')}`);
  });

  const attack = (what: string, run: () => Promise<string>) =>
    it(what, async () => {
      tried.push(`${what}: ${await run()}`);
    });
  /** Nothing of the account is in the answer, and it is the very one that is given for what does not exist. */
  const sameAs = (answer: AccountAnswer | undefined, forNothing: AccountAnswer | undefined): string => {
    assert.deepEqual(answer, forNothing);
    if (answer) assert.doesNotMatch(wordsOf(answer), secret);
    return `“${answer?.title ?? 'no answer'}”, as for what does not exist`;
  };
  const asked = async (who: typeof anna, name: string): Promise<AccountAnswer> => {
    const answer = await house.desk.startLink(who, name);
    await house.desk.settled();
    return answer;
  };
  const freshDay = () => {
    house.clock.now += 25 * hour;
    house.smtp.clear();
  };
  const noLink = async (...people: (typeof anna)[]) => {
    for (const who of people) assert.deepEqual(await house.memory.links.of(who), []);
  };

  describe('for the numbers', () => {
    const choices = ['web1/gardens', shortChoice(gardens), 'gardens', 'gardens.example', 'WEB1/GARDENS', ''];
    for (const choice of [...choices, "' or 1=1 --", '../gardens', '__proto__', 'x'.repeat(5_000)]) {
      const shown = choice.slice(0, 20);
      for (const [name, who] of [
        ['a stranger', eve],
        ['a customer of another account', personOf('U5')],
        ['her id in another workspace', otherWorkspace],
        ['her id on another platform', otherPlatform],
      ] as const) {
        attack(`numbers with the choice “${shown}”, by ${name}`, async () => {
          house.whm.calls.clear();
          const nothing = await house.desk.numbers(who, 'web1/no-such-account');
          const answer = await house.desk.numbers(who, choice);
          assert.equal(house.whm.calls.of().length, 0, 'the host is not even asked');
          return sameAs(answer, nothing);
        });
      }
    }

    attack('a paste that names her domain, by a stranger and by a customer', async () => {
      for (const who of [eve, personOf('U5'), otherWorkspace, otherPlatform]) {
        const paste = (domain: string) =>
          house.desk.comparePaste(who, [{ reason: 'defer-fail-limit', domain, count: 5, limit: 5 }]);
        sameAs(await paste('gardens.example'), await paste('nothing.example'));
      }
      return 'no answer at all';
    });
    attack('the button “Tell me when it clears” of her message', async () => {
      const watch = (choice: string) => house.desk.watch(eve, choice, placeOf('D666'));
      const outcome = sameAs(await watch(shortChoice(gardens)), await watch('nothing'));
      assert.deepEqual(await house.memory.watches.of(eve), []);
      return outcome;
    });
    attack('a watch written into the store for somebody who has no link', async () => {
      const at = house.clock.now;
      await house.memory.watches.add({
        ...{ kind: 'block-clears', person: { platform: 'slack', workspace: 'T1', id: 'U666' } },
        ...{ place: placeOf('D666'), account: gardens, domain: 'gardens.example', dueAt: at, untilAt: at },
      });
      await house.desk.runWatches();
      assert.deepEqual([house.told.length, (await house.memory.watches.of(eve)).length], [0, 0]);
      return 'ended without a word';
    });
    attack('unlinking her account', async () => {
      for (const who of [eve, personOf('U5'), otherWorkspace, otherPlatform]) {
        const nothing = await house.desk.unlink(who, 'web1/nothing');
        for (const choice of ['web1/gardens', shortChoice(gardens)])
          sameAs(await house.desk.unlink(who, choice), nothing);
      }
      assert.equal((await house.memory.links.of(anna)).length, 1);
      return 'her link stays';
    });
    attack('listing links', async () => {
      for (const who of [eve, otherWorkspace, otherPlatform, personOf('U5')])
        assert.doesNotMatch(wordsOf(await house.desk.ownLinks(who)), secret);
      return 'only own ones';
    });
  });

  describe('for staff’s commands', () => {
    const fake = { ...eve, staff: false };
    attack('show, link, unlink and audit without being staff', async () => {
      house.whm.calls.clear();
      const titles = [
        ...(await house.desk.staffShow(fake, { name: 'gardens.example', why })),
        await house.desk.staffLink(fake, { name: 'gardens.example', why }, eve),
        await house.desk.staffUnlink(fake, { name: 'gardens.example', why }, anna),
        await house.desk.staffAudit(fake),
      ].map(({ title }) => title);
      assert.deepEqual(new Set(titles), new Set(['That is for our staff']));
      assert.equal((await house.desk.staffAudit(fake)).file, undefined);
      assert.equal(house.whm.calls.of().length, 0);
      assert.equal((await house.memory.links.of(anna)).length, 1);
      const refused = (await house.audit()).filter((line) => line.includes('refused: not staff'));
      assert.ok(refused.length >= 4);
      return 'refused, the host not asked, four lines in the audit';
    });
  });

  describe('for a link', () => {
    attack('asking a code for what exists, what does not, patterns, and with the host down', async () => {
      freshDay();
      const names = ['gardens.example', 'nothing.example', 'gardens', '', '%', '*', '.*', 'gardens,bakery'];
      const answers: AccountAnswer[] = [];
      for (const [index, name] of [...names, '\0', `${'x'.repeat(400)}.example`].entries())
        answers.push(await asked(personOf(`U-ask-${index}`), name));
      house.whm.faults.add({ name: '*', kind: 'reset', times: 100 });
      answers.push(await asked(personOf('U-down'), 'gardens.example'));
      house.whm.faults.clear();
      house.smtp.fail('refuse');
      answers.push(await asked(personOf('U-smtp'), 'gardens.example'));
      house.smtp.fail(undefined);
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      assert.deepEqual(
        house.smtp.mails.flatMap(({ envelopeTo }) => envelopeTo),
        ['owner@gardens.example', 'owner@gardens.example'],
      );
      return `${answers.length} times the same sentence; mail goes to the owner only`;
    });

    attack('the time and the order of work', async () => {
      const times: Record<string, number[]> = { exists: [], not: [] };
      for (let round = 0; round < 40; round++) {
        for (const [key, name] of [
          ['exists', 'gardens.example'],
          ['not', 'nothing.example'],
        ] as const) {
          house.whm.calls.clear();
          const from = performance.now();
          await house.desk.startLink(personOf(`U-time-${key}-${round}`), name);
          times[key]?.push(performance.now() - from);
          assert.equal(house.whm.calls.of().length, 0, 'the reply is there before the host is asked');
          await house.desk.settled();
        }
      }
      const [exists = 0, not = 0] = [times.exists, times.not].map(
        (list = []) => list.toSorted((a, b) => a - b)[20],
      );
      assert.ok(Math.abs(exists - not) < 2, `${exists} ms and ${not} ms`);
      return `median ${exists.toFixed(3)} ms and ${not.toFixed(3)} ms; the reply comes before any look-up`;
    });

    attack('the time of a wrong code, with and without a live one', async () => {
      const { desk } = await house.openProcess({ limits: { codeFloorMs: 200 } });
      const times: number[][] = [[], []];
      for (let round = 0; round < 6; round++) {
        if (round % 3 === 0) freshDay();
        await asked(personOf(`U-live-${round}`), 'hotel.example');
        assert.equal(house.smtp.mails.at(-1)?.envelopeTo[0], 'owner@hotel.example');
        for (const [at, id] of [`U-live-${round}`, `U-none-${round}`].entries()) {
          const from = performance.now();
          await desk.finishLink(personOf(id), 'AAAAA-AAAAA');
          times[at]?.push(performance.now() - from);
        }
      }
      const [live = 0, none = 0] = times.map((list) => list.toSorted((a, b) => a - b)[3]);
      assert.ok(live >= 198 && none >= 198 && Math.abs(live - none) < 25, `${live} ms and ${none} ms`);
      return `median ${live.toFixed(1)} ms and ${none.toFixed(1)} ms, the floor being 200 ms here`;
    });
    attack('guessing', async () => {
      freshDay();
      await asked(eve, 'gardens.example');
      let wrong = 0;
      for (; wrong < 300; wrong++)
        assert.equal((await house.desk.finishLink(eve, makeCode())).title, linkWords.refused.title);
      await noLink(eve);
      return `${wrong} guesses, none right; 2^50 codes, 5 tries each`;
    });
    attack('the right code after five wrong ones', async () => {
      freshDay();
      await asked(eve, 'gardens.example');
      for (let at = 0; at < 5; at++) await house.desk.finishLink(eve, 'AAAAA-AAAAA');
      const answer = await house.desk.finishLink(eve, house.code());
      await noLink(eve);
      assert.equal(answer.title, linkWords.refused.title);
      return answer.title;
    });
    attack(
      'a code that was mailed for somebody else, by a stranger, in another workspace, on another platform',
      async () => {
        freshDay();
        await house.memory.links.remove(anna, gardens);
        await asked(anna, 'gardens.example');
        const code = house.code();
        const nothing = await house.desk.finishLink(eve, 'AAAAA-AAAAA');
        for (const who of [eve, otherWorkspace, otherPlatform])
          for (let at = 0; at < 3; at++) sameAs(await house.desk.finishLink(who, code), nothing);
        await noLink(eve, otherWorkspace, otherPlatform);
        assert.match((await house.desk.finishLink(anna, code)).title, /is linked with you/);
        return 'refused; it still works for whoever it was mailed for';
      },
    );
    attack('the same code twice, and at the same time in two processes', async () => {
      freshDay();
      await house.memory.links.remove(anna, gardens);
      await asked(anna, 'gardens.example');
      const other = await house.openProcess();
      const desks = [house.desk, other.desk, house.desk, other.desk];
      const answers = await Promise.all(desks.map((desk) => desk.finishLink(anna, house.code())));
      const worked = answers.filter(({ title }) => /is linked with you/.test(title));
      assert.equal(worked.length, 1);
      return 'one of four works';
    });
    attack('a code that is too old', async () => {
      freshDay();
      await asked(eve, 'gardens.example');
      house.clock.now += 10 * minute + 1;
      const answer = await house.desk.finishLink(eve, house.code());
      await noLink(eve);
      assert.equal(answer.title, linkWords.refused.title);
      return answer.title;
    });
    attack('a code that a later one replaced', async () => {
      freshDay();
      await asked(eve, 'hotel');
      const first = house.code();
      await asked(eve, 'hotel');
      assert.notEqual(first, house.code());
      const answer = await house.desk.finishLink(eve, first);
      await noLink(eve);
      assert.equal(answer.title, linkWords.refused.title);
      return answer.title;
    });
    attack('the code of an own account to link hers', async () => {
      freshDay();
      const owner = personOf('U-club');
      await asked(owner, 'gardens.example');
      await asked(owner, 'club.example');
      assert.deepEqual(house.smtp.mails.at(-1)?.envelopeTo, ['owner@club.example']);
      await house.desk.finishLink(owner, house.code());
      assert.deepEqual(
        (await house.memory.links.of(owner)).map(({ domain }) => domain),
        ['club.example'],
      );
      return 'links the own one';
    });
    attack('hostile text as a code', async () => {
      for (const text of [
        '',
        ' ',
        '\0',
        "' or '1'='1",
        '%',
        'A'.repeat(1e6),
        '{"$ne":1}',
        '０１２３４５６７８９',
      ])
        assert.equal((await house.desk.finishLink(eve, text)).title, linkWords.refused.title);
      await noLink(eve);
      return 'refused';
    });

    attack(
      'a user name that was given to somebody else, with a code of before and with a link of before',
      async () => {
        freshDay();
        const former = personOf('U-former');
        await asked(former, 'dentist.example');
        house.change('dentist', { uid: 5001, startedAt: 1_790_000_000 });
        await house.desk.finishLink(former, house.code());
        const words = wordsOf(await house.desk.numbers(former));
        assert.match(words, /Please link your account again/);
        assert.doesNotMatch(words, /failed\*\*/);
        return 'the link is void at once';
      },
    );
    attack('flooding an owner’s mailbox, as one and as many', async () => {
      freshDay();
      for (let at = 0; at < 10; at++) await asked(eve, 'theatre.example');
      const byOne = house.smtp.mails.length;
      for (let at = 0; at < 10; at++) await asked(personOf(`U-crowd-${at}`), 'theatre.example');
      assert.deepEqual([byOne, house.smtp.mails.length], [3, 3]);
      return '3 mails an hour from one person, 3 a day to one account';
    });
    attack('flooding the host with names', async () => {
      freshDay();
      house.whm.calls.clear();
      for (let at = 0; at < 60; at++) await asked(eve, `name${at}.example`);
      const calls = house.whm.calls.of().length;
      assert.ok(calls <= 6 * 3, String(calls));
      return `${calls} calls for 60 names`;
    });
    attack('an id that is a mail address', async () => {
      const answer = await house.desk.numbers(personOf('owner@gardens.example'));
      assert.equal(answer.title, 'I cannot do that right now');
      return answer.title;
    });
  });

  it('leaves a line for each link that was tried for', async () => {
    const lines = await house.audit();
    const count = (part: string) => lines.filter((line) => line.includes(part)).length;
    console.log(`  ${count('refused')} refusals among the last ${lines.length} lines of the audit`);
    assert.ok(count('refused') > 10);
  });
});
