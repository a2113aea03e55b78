/** Where a Chromium of the system's is; nothing where there is none. */
export function browserPath(): string | undefined;
