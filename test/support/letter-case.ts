/** A request of a service as its papers see it, with everything that any paper may name. */
import { fileURLToPath } from 'node:url';
import { fold } from '../../src/request/index.ts';
import type { Entry, RequestState, TimelineItem } from '../../src/request/index.ts';
import { governmentFiles, readDefinitions } from '../../src/standard/index.ts';
import type { Government, Organisation, Service } from '../../src/standard/index.ts';
import type { LetterCase } from '../../src/product/letter/facts.ts';

export interface Home {
  readonly government: Government;
  readonly organisation: Organisation;
  readonly service: Service;
}

/** All services of all governments of the repository. */
export async function allHomes(): Promise<readonly Home[]> {
  const homes: Home[] = [];
  for (const name of ['klaten', 'klungkung', 'purbalingga', 'bulungan']) {
    const directory = fileURLToPath(new URL(`../../governments/${name}`, import.meta.url));
    const { government, organisation, services } = readDefinitions(await governmentFiles(directory));
    if (!government || !organisation) throw new Error(`${name} cannot be read`);
    for (const { value } of services) {
      homes.push({ government: government.value, organisation: organisation.value, service: value });
    }
  }
  return homes;
}

const RECEIVED = '2026-11-23T02:00:00Z';
const ref = { value: '00000000-0000-7000-8000-000000000000', hash: 'ab'.repeat(32) };

function freshState({ government, service }: Home): RequestState {
  const [kind = 'citizen'] = service.eligibility.kinds;
  const first: Entry = {
    position: 1,
    at: RECEIVED,
    actor: { kind: 'applicant' },
    kind: 'submitted',
    data: {
      government: government.id,
      number: `${government.prefix}-2026-7F3K9Q`,
      service: service.id,
      serviceVersion: 1,
      calendarVersion: 1,
      channel: 'portal',
      applicantKind: kind,
      receivedAt: RECEIVED,
      representative: false,
      answers: ref,
      files: [],
      demanded: [],
    },
  };
  const state = fold([first], service.steps[0]?.id ?? '');
  if (!state) throw new Error('no state');
  return state;
}

/** One line of a history; what is not given is empty. */
export const item = (given: Partial<TimelineItem> & Pick<TimelineItem, 'kind'>): TimelineItem => ({
  position: 1,
  at: RECEIVED,
  title: { id: given.kind, en: given.kind },
  who: null,
  official: null,
  acting: null,
  text: null,
  explained: null,
  files: [],
  secrets: [],
  fields: null,
  step: null,
  action: null,
  missing: [],
  addressees: [],
  instructions: [],
  ticked: [],
  warnings: [],
  ...given,
});

/** A case of a service; `state` and `view` say how far it is. */
export function letterCase(
  home: Home,
  state: Partial<RequestState> = {},
  view: Partial<LetterCase['view']> = {},
): LetterCase {
  const { government, organisation, service } = home;
  return {
    organisation,
    holders: {},
    view: {
      government,
      service: { kind: 'service', name: service.id, n: 1, value: service } as never,
      state: { ...freshState(home), ...state },
      timeZone: 'Asia/Jakarta',
      applicant: { kind: 'citizen', name: 'Sri Contoh', agency: null, subject: 'Rapat koordinasi' },
      submission: { representative: false, paper: [], lateReason: null, letter: {} },
      files: [],
      timeline: [],
      officials: {},
      refusal: null,
      promisedBy: '2026-12-04T16:00:00+07:00',
      products: [],
      erased: false,
      ...view,
    },
  };
}
