import type { RedisOptions } from 'ioredis';
import { CallError } from '../../call-error.ts';

/** What a URL says of the way to Redis. */
export type Address =
  | { readonly kind: 'single'; readonly options: Omit<RedisOptions, 'replyMapping'> }
  | { readonly kind: 'cluster'; readonly nodes: readonly Place[]; readonly options: Login };

interface Place {
  readonly host: string;
  readonly port: number;
}
type Login = Pick<RedisOptions, 'username' | 'password' | 'tls'>;

const FORMS =
  'redis://user:password@host:6379/0, rediss://… (TLS), redis+sentinel://host,host/name, redis+cluster://host,host';
const URL_FORM =
  /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@/]*)(?::(?<password>[^@/]*))?@)?(?<hosts>[^@/?#]*)(?:\/(?<path>[^?#]*))?$/u;

/**
 * Reads the URL of a Redis or Valkey server, of Sentinels or of a Cluster.
 *
 * @throws {CallError} without the URL itself: it may hold a password
 */
export function readRedisUrl(url: string): Address {
  const { tls, kind, user, password, hosts = '', path = '' } = URL_FORM.exec(url.trim())?.groups ?? {};
  const places = hosts.split(',').map((host) => placeOf(host, kind === 'sentinel' ? 26379 : 6379));
  if (tls === undefined || places.includes(undefined)) {
    throw new CallError(`--redis: this is no URL of a Redis server (${redacted(url)}). It looks like one of: ${FORMS}`);
  }
  const nodes = places.filter((place) => place !== undefined);
  const [first = { host: '127.0.0.1', port: 6379 }] = nodes;
  const secure = tls === 's' ? { tls: {} } : {};
  const auth: Login = {
    ...(user === undefined || user === '' ? {} : { username: decoded(user) }),
    ...(password === undefined ? {} : { password: decoded(password) }),
    ...secure,
  };
  if (kind === 'cluster') return { kind, nodes, options: auth };
  if (kind === 'sentinel') {
    const [name = '', db = ''] = path.split('/');
    if (name === '')
      throw new CallError('--redis: Sentinels need the name of the master: redis+sentinel://host,host/name');
    const sentinel = tls === 's' ? { sentinelTLS: {}, enableTLSForSentinelMode: true } : {};
    return {
      kind: 'single',
      options: { ...auth, ...sentinel, sentinels: [...nodes], name: decoded(name), db: dbOf(db) },
    };
  }
  return { kind: 'single', options: { ...auth, ...first, db: dbOf(path) } };
}

/** The same text without anything secret: also where a URL stands within a message. */
export const redacted = (text: string): string => text.replace(/(?<=:\/\/)[^@\s]*@/gu, '***@');

function placeOf(text: string, usual: number): Place | undefined {
  const { v6, name, port } =
    /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[^:[\]\s]+))(?::(?<port>\d{1,5}))?$/iu.exec(text)?.groups ?? {};
  const host = v6 ?? name;
  return host === undefined ? undefined : { host, port: port === undefined ? usual : Number(port) };
}

function dbOf(text: string): number {
  if (/^\d*$/u.test(text)) return Number(text);
  throw new CallError(`--redis: the database must be a number, not "${text}"`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
