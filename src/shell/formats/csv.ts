/** How every CSV is written: text is quoted and nothing else is, so that a reader who heeds it keeps the code "01". */
export const CSV_WRITTEN = { record_delimiter: 'windows', quoted_string: true } as const;
