import { recordOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import type { Answer, Routes, Run, UploadedFile } from './call.ts';
import { channelRoutes, directRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { callbackRoutes } from './interaction-callbacks.ts';
import { messageRoutes } from './messages.ts';
import { gatewayRoutes, peopleRoutes } from './people.ts';
import { reactionRoutes } from './reactions.ts';
import { refuseStatus } from './refusal.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

export interface Match {
  /** `POST /channels/:channel/messages` */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  /** What the rate limit is kept apart by. */
  readonly major: string;
  /** False for those that carry their own token in the path. */
  readonly needsToken: boolean;
  readonly run: Run;
}

interface Compiled {
  readonly route: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly run: Run;
}

const tokenInPath = /^\/(?:interactions|webhooks)\//;
const majors = ['channel', 'guild', 'token', 'interaction'];

const paramsIn = ({ segments }: Compiled) => segments.filter((segment) => segment.startsWith(':')).length;

function compile(routes: Routes): Compiled[] {
  const compiled = Object.entries(routes).map(([route, run]) => {
    const [method = '', path = ''] = route.split(' ');
    return { route, method, segments: path.split('/').slice(1), run };
  });
  // Words before parameters: `/thread-members/@me` is not `/thread-members/:user`.
  return compiled.sort((one, other) => paramsIn(one) - paramsIn(other));
}

function paramsOf(segments: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== path.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const given = path[index] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = given;
    else if (segment !== given) return undefined;
  }
  return params;
}

export type Router = ReturnType<typeof createRouter>;

export function createRouter(gatewayUrl: () => string) {
  const compiled = compile({
    ...gatewayRoutes(gatewayUrl),
    ...peopleRoutes,
    ...channelRoutes,
    ...directRoutes,
    ...messageRoutes,
    ...reactionRoutes,
    ...threadRoutes,
    ...commandRoutes,
    ...callbackRoutes,
    ...webhookRoutes,
  });

  return {
    match: (method: string, path: string): Match | undefined => {
      const segments = path.split('/').slice(1).map(decodeURIComponent);
      for (const { segments: pattern, route, run, method: of } of compiled) {
        const params = of === method ? paramsOf(pattern, segments) : undefined;
        if (!params) continue;
        const major = majors.map((name) => params[name] ?? '').join(' ');
        return { route, params, major, run, needsToken: !tokenInPath.test(path) && route !== 'GET /gateway' };
      }
      return undefined;
    },
    /** Discord tells a wrong path from a wrong method. */
    refuseUnknown: (path: string): never => {
      const segments = path.split('/').slice(1);
      const isKnown = compiled.some((of) => paramsOf(of.segments, segments) !== undefined);
      return isKnown ? refuseStatus(405, 'Method Not Allowed') : refuseStatus(404, 'Not Found');
    },
    run: async (
      backend: Backend,
      { params, run }: Match,
      query: URLSearchParams,
      { raw, files }: { raw: unknown; files: readonly UploadedFile[] },
    ): Promise<Answer> => run({ backend, params, query, raw, files, body: recordOf(raw) }),
  };
}
