import { recordsOf, textOf } from '../json.ts';
import { pointed, type Refused, refused } from '../payload-rules/refusal.ts';
import { list, type Rule, shape, string } from '../payload-rules/rule.ts';
import { readableChannel } from './channels.ts';
import { type Call, type Methods, refuse, refuseIf } from './method.ts';

function check(rule: Rule, value: unknown, at: string): Refused | undefined {
  const issues: string[] = [];
  rule(value, at, (issue, where) => issues.push(pointed(issue, where)));
  return issues.length > 0 ? refused('invalid_arguments', issues) : undefined;
}

const prompts = list(shape({ title: string({ min: 1 }), message: string({ min: 1 }) }), { min: 1, max: 4 });
const loadingMessages = list(string({ min: 1, max: 50 }), { max: 10 });

function threadOf(call: Call): string {
  const channel = readableChannel(call, call.args.need('channel_id'));
  const threadTs = call.args.need('thread_ts');
  if (!call.backend.messages.find(channel.id, threadTs)) refuse('invalid_thread_ts');
  return `${channel.id} ${threadTs}`;
}

export const assistantMethods: Methods = {
  'assistant.threads.setStatus': {
    scopes: ['chat:write', 'assistant:write'],
    run: (call) => {
      const { backend, args } = call;
      if (!args.has('status')) args.need('status');
      const messages = args.json('loading_messages');
      if (messages !== undefined) refuseIf(check(loadingMessages, messages, '/loading_messages'));
      const key = threadOf(call);
      const status = args.text('status');
      if (status === undefined) backend.statuses.delete(key);
      else backend.statuses.set(key, status);
      return {};
    },
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    run: (call) => {
      const title = call.args.need('title');
      call.backend.titles.set(threadOf(call), title);
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run: (call) => {
      const { backend, args } = call;
      const channel = readableChannel(call, args.need('channel_id'));
      if (channel.kind !== 'im') return refuse('method_not_supported_for_channel_type');
      refuseIf(check(prompts, args.json('prompts'), '/prompts'));
      const threadTs = args.text('thread_ts');
      // An agent app that names a thread gets an `ok` and no prompts: Slack's documentation says so.
      if (threadTs !== undefined && backend.app.view === 'agent') return {};
      backend.prompts.set(channel.id, {
        title: args.text('title') ?? '',
        prompts: recordsOf(args.json('prompts')).map(({ title, message }) => ({
          title: textOf(title),
          message: textOf(message),
        })),
        threadTs,
      });
      return {};
    },
  },
};
