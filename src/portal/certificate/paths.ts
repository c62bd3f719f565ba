import type { OpenTracked } from '../tracking/open-tracked.ts';

const FOLDER = 'sertifikat';

/** Name of the owner's certificate, as a file. */
export const ownFile = 'sertifikat.crt';

/** Where the owner's pages are registered. */
export const CERTIFICATE_ROUTE = `/:gov/permohonan/:number/${FOLDER}`;

/** The owner's page of a request, or a part of it. */
export const certificatePage = ({ base }: Pick<OpenTracked, 'base'>, part?: string): string =>
  part === undefined ? `${base}/${FOLDER}` : `${base}/${FOLDER}/${part}`;
