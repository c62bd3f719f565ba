/** What pages and API routes share: their context, the frame, who is signed in, limits. */
export type { Limiters, WebContext } from './context.ts';
export { databaseLimiter, sparingThisMachine } from './limiters.ts';
export { isViewable, sendFile } from './file-answer.ts';
export type { FileAnswer } from './file-answer.ts';
export { channelLine, mailAddress, phoneAddress, whatsAppAddress } from './channels.ts';
export { renderPage, sendPage } from './layout.ts';
export type { PageContent } from './layout.ts';
export { renderFault } from './fault-page.ts';
export { rememberSession } from './session-memory.ts';
export { findBrowserSession, getBearer, getBrowserSession, getOfficial, SESSION_COOKIE } from './session.ts';
export type { BrowserSession, OfficialSession, Unfinished } from './session.ts';
export { counterHoursLine, counterIntervals, describeCounterHours, isCounterOpen } from './counter-hours.ts';
export type { CounterInterval } from './counter-hours.ts';
export { questionField, rawAnswers } from './question-field.ts';
export type { QuestionFieldProps } from './question-field.ts';
export { governmentLetterhead, townOf } from './letterhead.ts';
export { qrCode } from './qr-code.ts';
