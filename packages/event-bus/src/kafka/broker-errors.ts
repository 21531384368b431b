import { findErrorBy, type GenericError } from '@platformatic/kafka';

/** Kafka's names of what a broker answered, as in its protocol guide. */
type BrokerAnswer = string;

/** The member is not, or no longer, in the group: its partitions may be another's. */
const NOT_A_MEMBER = ['UNKNOWN_MEMBER_ID', 'ILLEGAL_GENERATION', 'FENCED_INSTANCE_ID'];
const OTHER_COORDINATOR = ['NOT_COORDINATOR', 'COORDINATOR_NOT_AVAILABLE'];
/** The same messages would be refused again. */
const REFUSED_FOR_GOOD = [
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
];

/** A request that got no answer in time. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** Whether a broker gave one of these answers, at any depth of the error. */
export function answered(error: unknown, ...answers: BrokerAnswer[]): boolean {
  return answers.some((answer) => find(error, 'apiId', answer) !== null);
}

export function isNotAMember(error: unknown): boolean {
  return answered(error, ...NOT_A_MEMBER);
}

export function isRebalancing(error: unknown): boolean {
  return answered(error, 'REBALANCE_IN_PROGRESS');
}

/** Ask again who coordinates the group. */
export function isOtherCoordinator(error: unknown): boolean {
  return isAway(error) || answered(error, ...OTHER_COORDINATOR);
}

/** No broker answered: none is there, the connection broke, or time ran out. */
export function isAway(error: unknown): boolean {
  return error instanceof NoAnswerError || find(error, 'code', 'PLT_KFK_NETWORK') !== null;
}

/** Sending the same messages again would end the same. */
export function isRefusedForGood(error: unknown): boolean {
  return answered(error, ...REFUSED_FOR_GOOD);
}

/** The id that the coordinator gives a member that came without one, or undefined. */
export function givenMemberId(error: unknown): string | undefined {
  const answer = find(error, 'apiId', 'MEMBER_ID_REQUIRED');
  const id: unknown = answer === null ? undefined : Reflect.get(answer, 'memberId');
  return typeof id === 'string' ? id : undefined;
}

/** The response that a broker sent along with errors about parts of it. */
export function responseOf(error: unknown): unknown {
  return error instanceof Error ? Reflect.get(error, 'response') : undefined;
}

/** Why, in one line: the broker's answers by their names, else the messages of the error and of what caused it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer: unknown = Reflect.get(error, 'apiId');
  if (typeof answer === 'string') return answer;
  const causes: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  const reasons = new Set(causes.filter((cause) => cause !== undefined).map(reasonOf));
  return [error.message, ...reasons].join(' ');
}

function find(error: unknown, property: string, value: string): GenericError | null {
  return error instanceof Error ? findErrorBy(error, property, value) : null;
}
