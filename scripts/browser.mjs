// Where a Chromium of the system's is. CHROMIUM names it where it is at no usual place.
import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string | undefined} nothing where there is none */
export const browserPath = () => [process.env.CHROMIUM ?? '', ...USUAL].find((path) => path !== '' && existsSync(path));
