import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted for the operator. No label holds anything about a person. */
export interface Metrics {
  /** `decision`: answer, suggest, unsure or silent. */
  answered(platform: string, decision: string, seconds: number): void;
  voted(platform: string, helped: boolean): void;
  handedOver(platform: string): void;
  /** `outcome`: `ok` or the fault's name. */
  hostCalled(server: string, outcome: string, seconds: number): void;
  /** `outage`: its kind; `undefined` when all of the memory works again. */
  memoryChanged(outage: string | undefined): void;
  notRemembered(what: string): void;
  /** `by`: `person` for our own limit, else the platform that made us wait. */
  rateLimited(by: string): void;
}

export interface OpenMetrics extends Metrics {
  /** In Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const answerSeconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const callSeconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** Counters of their own: two of them in one process do not mix. Event loop delay and memory are among them. */
export function createMetrics(): OpenMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { questions, answering, votes, handOffs, hostCalls, calling, outages, lost, limited, writable } =
    createInstruments(registry);
  writable.set(1);
  let away = false;

  return {
    answered(platform, decision, seconds) {
      questions.inc({ platform, decision });
      if (decision !== 'silent') answering.observe({ platform }, seconds);
    },
    voted: (platform, helped) => votes.inc({ platform, helped: String(helped) }),
    handedOver: (platform) => handOffs.inc({ platform }),
    hostCalled(server, outcome, seconds) {
      hostCalls.inc({ server, outcome });
      calling.observe({ server }, seconds);
    },
    memoryChanged(outage) {
      if (outage !== undefined && !away) outages.inc({ kind: outage });
      away = outage !== undefined;
      writable.set(outage === undefined ? 1 : 0);
    },
    notRemembered: (what) => lost.inc({ what }),
    rateLimited: (by) => limited.inc({ by }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function createInstruments(registry: Registry) {
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]) =>
    new Counter({ name: `hostdesk_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[], ...labelNames: string[]) =>
    new Histogram({ name: `hostdesk_${name}`, help, buckets, labelNames, registers });

  const questions = counter('questions_total', 'Questions, by what was decided', 'platform', 'decision');
  const answering = histogram(
    'answer_seconds',
    'From hearing a question to having said its answer',
    answerSeconds,
    'platform',
  );
  const votes = counter('votes_total', 'Presses of Helped and Did not help', 'platform', 'helped');
  const handOffs = counter('hand_offs_total', 'Customers who were handed to a person', 'platform');
  const hostCalls = counter('host_calls_total', 'Calls to hosting panels', 'server', 'outcome');
  const calling = histogram(
    'host_call_seconds',
    'How long a hosting panel took to answer',
    callSeconds,
    'server',
  );
  const outages = counter('memory_outages_total', 'Times that the memory went away', 'kind');
  const lost = counter('not_remembered_total', 'Writes that the memory lost', 'what');
  const limited = counter('rate_limited_total', 'Times that a limit was hit', 'by');
  const writable = new Gauge({
    ...{ name: 'hostdesk_memory_writable', help: '1 while all is remembered', registers },
  });
  return { questions, answering, votes, handOffs, hostCalls, calling, outages, lost, limited, writable };
}
