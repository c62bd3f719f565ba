/** What a reviewer must say before a reading can become a standard, since neither the decree nor the law does. */
import type { FieldFault } from '../../ground/index.ts';
import type { Promised } from '../model/basics.ts';
import type { DraftComponents } from './model.ts';

const UNITS = ['months', 'days', 'hours', 'minutes'] as const;

/** No length at all says nothing, but for working time: "hari itu juga" is the day itself. */
const isEmpty = (promise: Promised): boolean =>
  promise.basis !== 'working' && UNITS.every((unit) => promise[unit] === 0);

/** Everything that is still open, by the component it belongs to; empty when the standard can be put together. */
export function openMatters(title: string, { time, fee }: DraftComponents): FieldFault[] {
  const open: FieldFault[] = [];
  const say = (path: string, id: string, en: string): void => void open.push({ path, words: { id, en } });
  if (title.trim() === '') {
    say('title', 'Beri nama layanan ini.', 'Give this service its name.');
  }
  if (time.promise === null || isEmpty(time.promise)) {
    say(
      'time',
      'Jangka waktunya tidak terbaca. Isi berapa lama yang dijanjikan (UU 25/2009 Pasal 21).',
      'The promised time could not be read. Say how long is promised (Law 25/2009 art. 21).',
    );
  } else if (time.promise.basis === 'unspecified') {
    say(
      'time',
      'Keputusan menulis "hari" tanpa menyebut hari kerja atau hari kalender. Pilih salah satu.',
      'The decree says "days" without saying working or calendar days. Choose one.',
    );
  }
  if (!fee.free && fee.amounts.length === 0) {
    say(
      'fee',
      'Biayanya tidak menyebut jumlah. Nyatakan gratis, atau isi tarif menurut peraturannya.',
      'The fee names no amount. Say that it is free, or enter the tariff of the regulation.',
    );
  }
  return open;
}
