/** The working calendar's page; those that change it lie below. */
export const CALENDAR = '/meja/kelola/kalender';
