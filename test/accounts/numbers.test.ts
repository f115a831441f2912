import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { breakInAnswer } from '../../bot/accounts/break-in-answer.ts';
import { createOwnNumbers } from '../../bot/accounts/own-numbers.ts';
import type { Person } from '../../bot/desk/question.ts';
import { createMailcowPanel } from '../../bot/hosting/panels/mailcow/mailcow.ts';
import { createCapturedLog } from '../hosting/captured-log.ts';
import { startMailcowServer } from '../hosting/panels/mailcow/mailcow-server.ts';
import { type House, hour, openHouse, personOf, stepsIn, wordsOf } from './house.ts';

describe('the live numbers', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
  });
  after(() => house.close());

  it('tell the owner of a blocked domain everything that is known of the hour', async () => {
    const anna = personOf('U1');
    await house.link(anna, 'gardens');
    const answer = await house.desk.numbers(anna);
    const words = wordsOf(answer);
    assert.equal(answer.audience, 'asker');
    assert.equal(answer.title, 'gardens.example is blocked from sending');
    for (const expected of [
      ...[/\*\*0 deferred\*\*, \*\*\d+ failed\*\*, \d+ delivered/, /Share deferred or failed: \d+ %/],
      ...[/blocked from 5 deferred and failed on, when they are at least 25 %/, /since 14:\d\d UTC/],
      ...[/Hourly sending limit: 100, not reached/, /The hour turns: 15:00 UTC \(in 22 minutes\)/],
      ...[/Outgoing mail: open/, /Read from the server: 14:38 UTC/, /How sure: The server itself says/],
      ...[/`seeds\.example`: not blocked/, /Do not delete these \d+\./, /after 15:00 UTC at the earliest/],
      ...[/The likely cause/, /5 of 5 failures say that the address/, /### A list with dead addresses/],
    ]) {
      assert.match(words, expected);
    }
    assert.deepEqual(
      Buffer.from(answer.picture?.png ?? [])
        .subarray(1, 4)
        .toString(),
      'PNG',
    );
    assert.match(answer.picture?.alternative ?? '', /Chart of gardens\.example, last 24 hours/);
    assert.equal(answer.sources[0]?.section?.id, 'a-list-with-dead-addresses');
    assert.deepEqual(
      stepsIn(answer).map(({ order }) => order),
      ['watch', 'addr', 'mail'],
    );
    assert.equal(house.alarms.length, 0);
  });

  it('mask recipients unless the owner wants to see them', async () => {
    const anna = personOf('U1');
    const masked = wordsOf(await house.desk.numbers(anna));
    assert.doesNotMatch(masked, /[a-z]+\.\d\d@/);
    const whole = wordsOf(await house.desk.numbers(anna, undefined, 'whole'));
    assert.match(whole, /`[a-z]+\.\d\d@[a-z]+\.example`/);
  });

  it('bring signs of a break-in to staff, once, and call nobody’s spam good mail', async () => {
    const bert = personOf('U2');
    await house.link(bert, 'lawfirm');
    const words = wordsOf(await house.desk.numbers(bert));
    await house.desk.numbers(bert);
    await house.desk.settled();
    assert.match(words, /I tell our staff at once/);
    assert.match(words, /A stolen mailbox password/);
    assert.doesNotMatch(words, /Do not delete/);
    assert.deepEqual(
      house.alarms.map(({ domain, causes }) => [domain, ...causes]),
      [['lawfirm.example', 'stolen-password']],
    );
    const [alarm] = house.alarms;
    const said = alarm ? wordsOf(breakInAnswer(alarm)) : '';
    assert.match(said, /Signs of a break-in: lawfirm\.example/);
    assert.match(said, /sent from \d+ different networks/);
    assert.doesNotMatch(said, /@|\d+\.\d+\.\d+/);
  });

  for (const [user, title, words] of [
    ['bakery', 'No domain of bakery.example is blocked', /Besides:\n\n- `\w+\.example`: not blocked/],
    [
      'club',
      'club.example has reached its hourly sending limit',
      /Hourly sending limit: 100, \*\*reached\*\*/,
    ],
    ['school', 'Outgoing mail of school.example is held', /waits on the server until a person lets it go/],
    ['florist', 'The account of florist.example is suspended', /Outgoing mail: stopped with the account/],
    [
      'museum',
      'The mail of museum.example: I cannot tell whether it is blocked',
      /our people may have lifted it/,
    ],
    ['hotel', 'Outgoing mail of hotel.example is suspended', /"slug":"compromised-script-spam"/],
    ['theatre', 'theatre.example is blocked from sending', /\*\*\d+ deferred\*\*/],
    ['dentist', 'dentist.example is blocked from sending', /### BoxTrapper/],
    ['workshop', 'workshop.example is blocked from sending', /### A forwarder to a provider/],
    ['travel', 'travel.example is blocked from sending', /### A website or script that was broken into/],
  ] as const) {
    it(`say of ${user}: ${title}`, async () => {
      const person = personOf(`U-${user}`);
      await house.link(person, user);
      const answer = await house.desk.numbers(person);
      assert.equal(answer.title, title);
      assert.match(wordsOf(answer), words);
    });
  }

  it('ask which account, where several are linked, and take the answer of the button', async () => {
    const carla = personOf('U3');
    await house.memory.links.remove(personOf('U-bakery'), { server: 'web1', user: 'bakery' });
    await house.memory.links.remove(personOf('U-club'), { server: 'web1', user: 'club' });
    await house.link(carla, 'bakery');
    await house.link(carla, 'club');
    const asked = await house.desk.numbers(carla);
    assert.match(asked.body, /`bakery\.example`, `club\.example`/);
    assert.deepEqual(
      stepsIn(asked).map(({ label }) => label),
      ['bakery.example', 'club.example'],
    );
    for (const { about, label } of stepsIn(asked)) {
      assert.match(about ?? '', /^[\w-]{12}$/);
      assert.match((await house.desk.numbers(carla, about)).title, new RegExp(label));
    }
  });

  it('are offered by linking where no account is linked', async () => {
    const answer = await house.desk.numbers(personOf('U-nobody'));
    assert.equal(answer.title, 'I do not know which account is yours');
    assert.deepEqual(
      stepsIn(answer).map(({ order }) => order),
      ['link'],
    );
  });

  it('are not shown of an account that bears a recycled name', async () => {
    const dora = personOf('U4');
    await house.memory.links.add({
      ...{ person: dora, account: { server: 'web1', user: 'theatre' }, identity: '7:7' },
      ...{ domain: 'theatre.example', proof: 'code' },
    });
    const answer = await house.desk.numbers(dora);
    assert.equal(answer.title, 'Please link your account again');
    assert.doesNotMatch(wordsOf(answer), /\d+ failed/);
  });

  describe('when the host does not answer', () => {
    const trouble = [
      ['never', /did not answer in time/],
      ['reset', /did not answer in time/],
      ['denied', /does not let me read/],
      ['login-page', /answered in a way that I do not understand/],
      ['echo', /does not let me read/],
    ] as const;
    for (const [kind, says] of trouble) {
      it(`${kind}: says so, and when it was last reached, without the error`, async () => {
        const anna = personOf('U1');
        house.whm.faults.clear();
        await house.desk.numbers(anna);
        house.clock.now += 5 * 60_000;
        house.whm.faults.add({ name: '*', kind, times: 20 });
        const answer = await house.desk.numbers(anna);
        const words = wordsOf(answer);
        house.whm.faults.clear();
        assert.equal(stepsIn(answer)[0]?.label, 'Try again');
        assert.match(words, says);
        assert.match(words, /last reached at 1\d:\d\d UTC \(5 minutes ago\)/);
        assert.doesNotMatch(words, /json|token|whm|ECONN|web1|evil/i);
      });
    }

    it('shows the numbers without reasons where only the records cannot be read', async () => {
      house.whm.faults.add({ name: 'emailtrack_search', kind: 'server-error', times: 20 });
      const words = wordsOf(await house.desk.numbers(personOf('U1')));
      house.whm.faults.clear();
      assert.match(words, /did not hand out its delivery records/);
      assert.match(words, /\d+ failed/);
    });

    it('says that it cannot, where the memory is away', async () => {
      const { desk } = await house.openProcess({
        links: { of: () => Promise.reject(new Error('disk on fire')) },
      });
      const words = wordsOf(await desk.numbers(personOf('U1'), 'x'));
      assert.match(words, /I cannot do that right now/);
      assert.doesNotMatch(words, /fire/);
    });
  });

  it('of a panel without counts say honestly what it cannot tell', async () => {
    const mailcow = await startMailcowServer();
    const panel = createMailcowPanel({ servers: [mailcow.config], log: createCapturedLog().log });
    const { desk, memory } = await house.openProcess({ panels: [panel], now: () => new Date() });
    const eva = personOf('U5');
    const found = await panel.account({ server: 'mail1', user: 'choir.example' }, AbortSignal.timeout(5_000));
    assert.ok(found.kind === 'ok' && found.value.identity !== undefined);
    const { ref: account, identity, domain } = found.value;
    await memory.links.add({ person: eva, account, identity, domain, proof: 'staff' });
    const answer = await desk.numbers(eva);
    const words = wordsOf(answer);
    await panel.close();
    await mailcow.stop();
    assert.match(
      words,
      /does not tell how many messages were put off this hour, or how many messages failed/,
    );
    assert.match(words, /Waiting in the queue now: 5/);
    assert.match(words, /I cannot tell whether it is blocked/);
    assert.match(words, /### Failed or put off/);
    assert.doesNotMatch(words, /0 failed|0 delivered|not blocked|used the limit up|limit of defers/i);
    assert.equal(answer.picture, undefined);
  });
});

describe('a pasted bounce', () => {
  let house: House;
  before(async () => {
    house = await openHouse();
    await house.link(personOf('U1'), 'gardens');
  });
  after(() => house.close());
  const pasted = { reason: 'defer-fail-limit', domain: 'gardens.example' } as const;

  it('of an own domain brings the live numbers beside its own, and names what differs', async () => {
    const answer = await house.desk.comparePaste(personOf('U1'), [
      { ...pasted, count: 5, limit: 5, percent: 100 },
    ]);
    const words = answer ? wordsOf(answer) : '';
    assert.match(words, /Your message: 5 deferred and failed, limit 5, share 100 %/);
    assert.match(words, /The server now: \d+ deferred and failed, limit 5, share \d+ %/);
    assert.match(words, /They differ: the count was 5 and is \d+; the share was 100 % and is \d+ %/);
  });

  it('of an added domain finds its account', async () => {
    const answer = await house.desk.comparePaste(personOf('U1'), [{ ...pasted, domain: 'seeds.example' }]);
    assert.match(answer?.title ?? '', /gardens\.example/);
  });

  it('of an hour that is over says that the block is not there now', async () => {
    house.clock.now += 20 * hour;
    const { desk, link, change } = house;
    const bert = personOf('U2');
    await link(bert, 'bakery');
    change('bakery', {});
    const answer = await desk.comparePaste(bert, [
      { ...pasted, domain: 'bakery.example', count: 7, limit: 5 },
    ]);
    assert.match(answer ? wordsOf(answer) : '', /The block that your message tells of is not there now/);
  });

  it('need not be pasted: words that name an own domain bring its numbers, and no others', async () => {
    const own = createOwnNumbers(house.desk);
    const named = (person: Person, text: string) => (own.asked(text) ? own.numbers(person, text) : undefined);
    assert.match((await named(personOf('U1'), 'is seeds.example blocked?'))?.title ?? '', /gardens\.example/);
    assert.equal(await named(personOf('U1'), 'is lawfirm.example blocked?'), undefined);
  });

  it('finds its account among many', async () => {
    const fred = personOf('U9');
    const users = ['travel', 'dentist', 'workshop', 'theatre', 'club', 'hotel', 'lawfirm'];
    for (const user of users) await house.link(fred, user);
    const answer = await house.desk.comparePaste(fred, [{ ...pasted, domain: 'workshop.example' }]);
    assert.match(answer?.title ?? '', /workshop\.example/);
    for (const user of users) await house.memory.links.remove(fred, { server: 'web1', user });
  });

  it('of somebody else’s domain, or of none, brings nothing', async () => {
    for (const domain of ['lawfirm.example', 'nowhere.example', undefined]) {
      const found = [{ reason: 'defer-fail-limit' as const, ...(domain ? { domain } : {}), count: 5 }];
      assert.equal(await house.desk.comparePaste(personOf('U1'), found), undefined);
    }
  });
});
