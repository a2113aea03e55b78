import { PlanError } from '../../model/errors.ts';
import { CallError } from '../call-error.ts';
import { PACKAGE } from '../package-root.ts';
import { checkHost, isPublic } from '../sources/http/address.ts';
import { readSecret } from './signature.ts';
import { openWebhook, type Webhook } from './webhook.ts';

export interface WebhookAsked {
  /** File of the secret, in place of the variable. */
  readonly secretFile: string | undefined;
  /** Whether it may lie on this machine or in a private network. */
  readonly privateNetwork: boolean;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The webhook that a person names.
 *
 * @throws {CallError} for an address or a secret that is none
 */
export async function webhookAt(
  address: string,
  { secretFile, privateNetwork, environment }: WebhookAsked,
): Promise<{ readonly url: URL; readonly webhook: Webhook }> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new CallError('--webhook: this is no http or https address.');
  const allowed = privateNetwork ? () => true : isPublic;
  try {
    checkHost(url, allowed);
  } catch (error) {
    throw error instanceof PlanError ? new CallError(`--webhook: ${error.message}`) : error;
  }
  const key = await readSecret(secretFile, environment);
  return { url, webhook: openWebhook({ url, key, userAgent: `kehoach/${PACKAGE.version}`, allowed }) };
}
