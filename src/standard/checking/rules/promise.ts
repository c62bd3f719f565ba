import { describePromise, readPromisedTime } from '../../../working-time/index.ts';
import type { PromisedTime } from '../../../working-time/index.ts';
import { promiseInWords } from '../../model/promise-words.ts';
import type { Service } from '../../model/service.ts';
import { classifyStep } from '../../model/steps.ts';
import { error, warning } from '../../reading/fault.ts';
import type { Remark } from '../../reading/fault.ts';
import { isOwnedUp } from '../rule.ts';
import type { ServiceRule } from '../rule.ts';

const units = ['months', 'days', 'hours', 'minutes'] as const;

const sameAmounts = (left: PromisedTime, right: PromisedTime): boolean =>
  units.every((unit) => left[unit] === right[unit]);

const isNothing = (promise: PromisedTime): boolean => units.every((unit) => promise[unit] === 0);

/** What a reviewer settled against or beyond the printed words is owned up to in the file. */
const isSettled = (service: Service): boolean => isOwnedUp(service, ['promise', 'time']);

/** A printed time that cannot be read whole: an error, until a reviewer has settled what it promises. */
function unreadTime(service: Service, unread: string): Remark {
  const at = ['components', 'time', 'text'];
  if (isSettled(service)) {
    const settled = (lang: 'id' | 'en'): string => describePromise(service.promise, lang);
    return warning(
      at,
      `Bagian ini tidak terbaca: "${unread}". Yang dijanjikan: ${settled('id')}, sebagaimana ditetapkan peninjau.`,
      `This part cannot be read: "${unread}". What is promised: ${settled('en')}, as the reviewer settled it.`,
    );
  }
  return error(
    at,
    `Jangka waktu tidak terbaca: "${unread}". Tulis ulang, atau jelaskan pembacaannya sebagai asumsi pada "promise".`,
    `The promised time cannot be read: "${unread}". Rewrite it, or explain its reading as an assumption at "promise".`,
  );
}

const printedTimeIsRead: ServiceRule = (service) => {
  // Printed as a list of classes, each of which is read by itself (rules/classes.ts).
  if (classifyStep(service.steps)) return [];
  const { text } = service.components.time;
  const { promise, unread } = readPromisedTime(text);
  if (promise === null) return [unreadTime(service, unread ?? text)];
  const agrees = sameAmounts(promise, service.promise) && promise.basis === service.promise.basis;
  // A bare "hari" is settled by a reviewer; any other difference of basis or amount is a mistake.
  const settled =
    sameAmounts(promise, service.promise) && promise.basis === 'unspecified' && isSettled(service);
  if (agrees || settled) return [];
  const [stated, printed] = [promiseInWords(service.promise), promiseInWords(promise)];
  return [
    error(
      ['promise'],
      `"promise" tertulis ${stated.id}, tidak sama dengan yang tercetak pada "components.time": ${printed.id}.`,
      `"promise" says ${stated.en}, but what is printed in "components.time" is ${printed.en}.`,
    ),
  ];
};

const basisIsSettled: ServiceRule = ({ promise, clock }) =>
  promise.basis === 'unspecified' && clock.lawful === undefined
    ? [
        warning(
          ['promise', 'basis'],
          'Standar menulis "hari" tanpa menyebut hari kerja atau kalender; dihitung sebagai hari kalender sampai diputuskan.',
          'The standard says "days" without saying working or calendar; counted as calendar days until someone settles it.',
        ),
      ]
    : [];

const startAgrees: ServiceRule = ({ components, clock }) => {
  const { starts } = readPromisedTime(components.time.text);
  if (starts === null || starts === clock.starts) return [];
  return [
    error(
      ['components', 'time', 'text'],
      `Teks jangka waktu mulai dihitung pada "${starts}", tetapi clock.starts berisi "${clock.starts}".`,
      `The printed time starts at "${starts}", but clock.starts says "${clock.starts}".`,
    ),
  ];
};

const lawfulClock: ServiceRule = ({ clock, promise }) => {
  const { lawful } = clock;
  if (lawful === undefined) return [];
  const at = ['clock', 'lawful', 'promise'] as const;
  const remarks: Remark[] = [];
  if (lawful.promise.basis === 'unspecified') {
    remarks.push(
      error(
        [...at, 'basis'],
        'Waktu menurut undang-undang harus menyebut dasarnya.',
        'The lawful time must name its basis.',
      ),
    );
  }
  if (isNothing(lawful.promise)) {
    remarks.push(
      error(at, 'Waktu menurut undang-undang tidak boleh nol.', 'The lawful time must not be nothing.'),
    );
  }
  if (sameAmounts(lawful.promise, promise) && lawful.promise.basis === promise.basis) {
    remarks.push(
      error(
        at,
        'Waktu ini sama dengan yang tercetak; hapus "lawful".',
        'This equals the printed time; leave "lawful" out.',
      ),
    );
  }
  return remarks;
};

export const promiseRules: readonly ServiceRule[] = [
  printedTimeIsRead,
  basisIsSettled,
  startAgrees,
  lawfulClock,
];
