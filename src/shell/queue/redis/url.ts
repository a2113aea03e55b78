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
/** What stands before the last "@" is the login, whatever signs are in it. */
const URL_FORM =
  /^redis(?<tls>s?)(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:]*?)(?::(?<password>.*))?@)?(?<hosts>[^@/?#]*)(?:\/(?<path>[^@?#]*))?$/su;

/**
 * Reads the URL of a Redis or Valkey server, of Sentinels or of a Cluster.
 *
 * @throws {CallError} without anything of the URL: what is wrong with it may be where its password stands
 */
export function readRedisUrl(url: string): Address {
  const { tls, kind, user, password, hosts = '', path = '' } = URL_FORM.exec(url.trim())?.groups ?? {};
  const places = hosts.split(',').map((host) => placeOf(host, kind === 'sentinel' ? 26379 : 6379));
  if (tls === undefined || places.includes(undefined)) {
    throw new CallError(`--redis: this is no URL of a Redis server. It looks like one of: ${FORMS}`);
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
export const redacted = (text: string): string => text.replace(/(?<=:\/\/)\S*@/gu, '***@');

/** Shorter ones stand in any text, and to strike them out would tell them. */
const SHORTEST = 4;
/** Names of users, too: a password with ":" in it may have been taken for one. */
const SHORTEST_USER = 6;

/** What strikes the login of a URL out of any text, however it is written there: servers and libraries quote what they got. */
export function concealer(url: string): (text: string) => string {
  const { user, password } = URL_FORM.exec(url.trim())?.groups ?? {};
  const login = /:\/\/(?<login>.*)@/su.exec(url)?.groups?.login;
  const alone = password === undefined || (user ?? '').length >= SHORTEST_USER;
  const parts = [login, password, alone ? user : undefined].filter((part) => part !== undefined);
  const forms = parts.flatMap((part) => [
    part,
    decoded(part),
    encodeURIComponent(decoded(part)),
    encodeURI(decoded(part)),
  ]);
  const secrets = [...new Set(forms.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]))]
    .filter((form) => form.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return (text) => redacted(secrets.reduce((left, secret) => left.replaceAll(secret, '***'), text));
}

/** The URL with the login struck out. */
export const shownUrl = (url: string): string => url.trim().replace(/(?<=:\/\/).*@/su, '***@');

/** Whether what is said on the way stays on this machine. */
export function isLocal(address: Address): boolean {
  if (address.kind === 'cluster') return address.nodes.every(({ host }) => LOCAL.test(host));
  const { sentinels, host } = address.options;
  // Sentinels name the master; where it is, they alone know.
  return sentinels === undefined && LOCAL.test(host ?? '');
}
const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/iu;

function placeOf(text: string, usual: number): Place | undefined {
  const { v6, name, port } =
    /^(?:\[(?<v6>[\da-f:.]+)\]|(?<name>[^:[\]\s]+))(?::(?<port>\d{1,5}))?$/iu.exec(text)?.groups ?? {};
  const host = v6 ?? name;
  if (host === undefined || Number(port ?? 0) > 65_535) return undefined;
  return { host, port: port === undefined ? usual : Number(port) };
}

function dbOf(text: string): number {
  if (/^\d*$/u.test(text)) return Number(text);
  throw new CallError('--redis: the database, after the last "/", must be a number');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
