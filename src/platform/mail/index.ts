/** Messages out: e-mail, the port for messengers, webhooks. */
export { mailboxMailer } from './mailer.ts';
export type { Mailer, MailMessage, TextMessenger } from './mailer.ts';
export { isPublicAddress } from './public-address.ts';
export { smtpMailer } from './smtp-mailer.ts';
export type { SmtpOptions } from './smtp-mailer.ts';
export { webhookSender, webhookSignature } from './webhook.ts';
export type { CloudEvent, Webhook, WebhookOptions, WebhookSender } from './webhook.ts';
