import type { Declared } from '../../../run.ts';
import { readFileWithin } from '../file.ts';
import type { GivenSource } from '../source.ts';
import { type HttpClient, hrefOf } from './client.ts';

/** @throws {PlanError} `url-refused` when it is no address */
export function urlSource(uri: string, client: HttpClient, declared: Declared): GivenSource {
  const place = hrefOf(uri);
  return {
    uri,
    place,
    declared,
    lane: new URL(place).host,
    doubted: (code) => client.doubt(uri, code),
    path: (most) => client.fetch(uri, most),
    read: async (maxBytes) =>
      readFileWithin(await client.fetch(uri, { document: maxBytes, archive: maxBytes }), maxBytes),
  };
}
