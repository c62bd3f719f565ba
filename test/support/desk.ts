/** Lets officials act on a request through the commands behind the desk, each as whoever holds the position it waits at. */
import assert from 'node:assert/strict';
import { findStanding, listHolders } from '../../src/people/index.ts';
import type { Standing } from '../../src/people/index.ts';
import {
  actAsOfficial,
  chartFor,
  exampleInput,
  getStep,
  readForDesk,
  stepFor,
  todayIn,
  waitingPositions,
} from '../../src/request/index.ts';
import type { RequestState } from '../../src/request/index.ts';
import type { TestApp } from './app.ts';

async function stateOf({ context }: TestApp, government: string, number: string): Promise<RequestState> {
  const row = await context.database.transaction({ government }, (tx) =>
    tx
      .selectFrom('request')
      .select('state')
      .where('government', '=', government)
      .where('number', '=', number)
      .executeTakeFirstOrThrow(),
  );
  return row.state as RequestState;
}

/**
 * Makes an action at the step the request waits at, with the example input of that action and whatever `input`
 * says otherwise. Gives the state after it.
 */
export async function act(
  app: TestApp,
  government: string,
  number: string,
  action: string,
  input: Readonly<Record<string, unknown>> = {},
): Promise<RequestState> {
  const { context } = app;
  const state = await stateOf(app, government, number);
  const service = context.catalogue.service(government, state.service, state.serviceVersion).value;
  const [position] = waitingPositions(service, state);
  assert.ok(position !== undefined, `${number} waits for nobody`);
  const day = todayIn(context.catalogue, government, context.clock.now());
  const { competence } = getStep(service, state.step ?? '');
  const actor = await context.database.transaction({ government }, async (tx) => {
    const standings: Standing[] = [];
    for (const { official } of await listHolders(tx, government, position, day)) {
      const standing = await findStanding(
        tx,
        government,
        official,
        day,
        chartFor(context.catalogue, government),
      );
      if (standing) standings.push(standing);
    }
    // Of several holders one who may: which of them comes first is chance.
    const able = ({ competences }: Standing): boolean =>
      (competence?.codes ?? []).every((code) => competences.includes(code));
    return standings.find(able) ?? standings[0];
  });
  assert.ok(actor, `nobody holds ${position}`);
  const view = await readForDesk(context, actor, government, number);
  assert.ok(view.state.step !== null);
  const example = exampleInput(action, {
    service,
    step: stepFor(service, view.state, view.state.step),
    state: view.state,
    today: day.toString(),
    agencies: context.catalogue.organisation(government).agencies,
  });
  await actAsOfficial(context, {
    government,
    number,
    actor,
    action,
    version: view.state.version,
    input: { ...example, ...input },
    mode: 'api',
  });
  return stateOf(app, government, number);
}
