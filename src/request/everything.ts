/** The position of the one queue row by which overseers find a request; no post has this name. */
export const EVERYTHING = '*';
