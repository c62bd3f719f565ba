/** What cannot be seen is no answer, wherever it comes from. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sampleService } from '../../../test/support/sample-government.ts';
import { Question } from '../model/questions.ts';
import { Service } from '../model/service.ts';
import { fieldsJsonSchema, readText } from './index.ts';

test('the schema refuses an answer in which there is nothing to see, as the readers do', () => {
  const step = Service.parse(sampleService()).steps[0] ?? assert.fail();
  for (const type of ['text', 'long-text'] as const) {
    const field = Question.parse({ type, maxLength: 9, id: 'q', label: { id: 'Nama', en: 'Name' } });
    const schema = z.fromJSONSchema(fieldsJsonSchema({ ...step, fields: [field] }));
    for (const blank of ['   ', '\u200B', '\u200D\u2060', '\u3164', '\uFE0F']) {
      assert.equal(schema.safeParse({ q: blank }).success, false);
      if (blank.trim() !== '') assert.ok(!readText(blank, 9, 'one').ok);
    }
    assert.ok(schema.safeParse({ q: 'Budi' }).success);
  }
});
