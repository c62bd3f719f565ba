/** The path of a request's address, without search words and fragment. */
export const barePath = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
