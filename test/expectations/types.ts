/** Who may ask, as the standards and the list of services say. */
export type ExpectedKind = 'citizen' | 'legal-body' | 'official' | 'agency' | 'village-government';

/** "Anyone" in the list of services. */
export const anyone: readonly ExpectedKind[] = [
  'citizen',
  'legal-body',
  'official',
  'agency',
  'village-government',
];

/** One move of the way that ends with the product. */
export interface ExpectedStep {
  readonly step: string;
  readonly kind: 'check' | 'classify' | 'dispose' | 'assess' | 'decide' | 'fulfil' | 'sign' | 'hand-over';
  /** The action that carries the request forward. */
  readonly action: 'complete' | 'classify' | 'dispose' | 'pass' | 'approve' | 'fulfil' | 'sign' | 'hand-over';
  /** Any of these positions makes the step; "addressee": the contact of the agency that the disposition named. */
  readonly positions: readonly string[] | 'addressee';
  /** A disposition goes to these positions, or to the contact `penghubung-<agency>` of any agency. */
  readonly to?: readonly string[] | 'agencies';
  /** Without all of these the step is refused. */
  readonly hardCompetence?: readonly string[];
}

/** One item of the requirements component and how an applicant meets it. */
export interface ExpectedItem {
  /** Number of the item in the requirements component, from 1. */
  readonly item: number;
  readonly as:
    | 'upload'
    | 'upload-or-srikandi-number'
    /** The form itself may be the document, with or without a file. */
    | 'form-or-upload'
    | 'shown-at-counter'
    /** Nothing is brought; the officer checks that it is so. */
    | 'checked';
  readonly optional?: true;
  /** Asked only of these applicants. */
  readonly onlyFor?: readonly ExpectedKind[];
  /** A KTP or the like. */
  readonly personal?: true;
}

/** A deadline found with a wall calendar. Times carry the office's offset. */
export interface ExpectedDeadline {
  readonly received: string;
  readonly pauses?: readonly (readonly [string, string])[];
  /** Days of the lawful extension, on the basis of the running clock. */
  readonly extension?: number;
  readonly due: string;
}

export interface ExpectedPromise {
  readonly basis: 'working' | 'calendar' | 'elapsed' | 'unspecified';
  readonly months?: number;
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
}

/** What must happen in one service, told without looking at the files that make it run. */
export interface ExpectedService {
  readonly row: number;
  readonly government: 'klungkung' | 'purbalingga' | 'klaten' | 'bulungan';
  readonly service: string;
  readonly eligibility: readonly ExpectedKind[];
  readonly steps: readonly ExpectedStep[];
  /** Steps that may at least send the file back to the applicant. */
  readonly returnsAt: readonly string[];
  /** Steps that may at least refuse. */
  readonly refusesAt: readonly string[];
  /** The time as the decree prints it, and how it is read. */
  readonly printed: string;
  readonly promise: ExpectedPromise;
  /** The clock that the law runs instead of the printed time. */
  readonly lawful?: { readonly promise: ExpectedPromise; readonly extensionDays?: number };
  /** One entry an item of the requirements component. */
  readonly requirements: readonly ExpectedItem[];
  /** Total in rupiah, 0 when the service is free. */
  readonly fee: number;
  readonly staffing: number;
  readonly survey: 'year' | 'half-year' | 'as-needed' | 'not-stated';
  readonly atCounter?: true;
  readonly identityProtected?: true;
  readonly deadlines: readonly ExpectedDeadline[];
  /** Classes that set the promise, with the deadline of each for the receipt of `received`. */
  readonly classes?: {
    readonly received: string;
    readonly due: Readonly<Record<string, string>>;
  };
}

type Positions = readonly string[] | 'addressee';

/** The forward action of each kind of step, as the officers' actions are named. */
export const check = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'check',
  action: 'complete',
  positions,
});

export const classify = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'classify',
  action: 'classify',
  positions,
});

export const dispose = (
  step: string,
  position: string,
  to: readonly string[] | 'agencies',
): ExpectedStep => ({ step, kind: 'dispose', action: 'dispose', positions: [position], to });

export const assess = (step: string, positions: Positions): ExpectedStep => ({
  step,
  kind: 'assess',
  action: 'pass',
  positions,
});

export const decide = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'decide',
  action: 'approve',
  positions,
});

export const fulfil = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'fulfil',
  action: 'fulfil',
  positions,
});

export const sign = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'sign',
  action: 'sign',
  positions,
});

export const handOver = (step: string, ...positions: string[]): ExpectedStep => ({
  step,
  kind: 'hand-over',
  action: 'hand-over',
  positions,
});
