import type { Given, OrderOutcome, Runs } from '../desk/orders/order.ts';
import type { AccountAnswer } from './account-answer.ts';
import type { AccountDesk } from './account-desk.ts';

/** What customers and staff tell the desk to do about accounts. */
export function createAccountOrders(desk: AccountDesk): Runs {
  const shown = (...replies: readonly AccountAnswer[]): OrderOutcome => ({ replies });
  const question = ({ values: { name = '', why = '' } }: Given) => ({ name, why });
  const personIn = ({ by, values: { person = '' } }: Given) => ({
    ...{ platform: by.platform, workspace: by.workspace, id: person },
  });

  return {
    mail: async ({ by, about }) => shown(await desk.numbers(by, about)),
    addr: async ({ by, about }) => shown(await desk.numbers(by, about, 'whole')),
    watch: async ({ by, about, place, question: asked }) =>
      shown(await desk.watch(by, about, { ...place, private: true }, asked)),
    link: async ({ by, name, values }) => shown(await desk.startLink(by, values.name ?? '', { name })),
    code: async ({ by, values }) => shown(await desk.finishLink(by, values.code ?? '')),
    signin: async ({ by }) => shown(await desk.beginSignIn(by)),
    unlink: async ({ by, about }) =>
      shown(await (about === undefined ? desk.ownLinks(by) : desk.unlink(by, about))),
    acshow: async (given) => shown(...(await desk.staffShow(given.by, question(given)))),
    aclink: async (given) => shown(await desk.staffLink(given.by, question(given), personIn(given))),
    acunli: async (given) => shown(await desk.staffUnlink(given.by, question(given), personIn(given))),
    audit: async ({ by, values: { name } }) => shown(await desk.staffAudit(by, name)),
  };
}
