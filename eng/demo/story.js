// node story.js GATEWAY ISSUER: the main job, played against the public API. One line a step; exit code 0 only if all
// held.
import { deepStrictEqual as same, ok, strictEqual as equal } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { caller, follow, signIn } from './api.js';

const [gateway, issuer] = process.argv.slice(2);
const people = {};
const handoffId = randomUUID();
const handoff = `/handoff/v1/handoffs/${handoffId}`;
const leavesAt = new Date(Date.now() + 3 * 3600_000).toISOString();
const number = '193006129021';
const request = {
  handoffId,
  person: { number, name: 'Selma Nilsson', protection: 'PROTECTION_NONE' },
  postalCode: '65224',
  consent: {
    given: true, askedBy: 'SE9900000176-101', askedAt: new Date().toISOString(),
    scope: 'CONSENT_SCOPE_RESPONSIBLE_KOMMUN',
  },
  need: {
    reasonCodes: ['REASON_CODE_FALL'], summary: 'Föll i hallen. Behöver hjälp första kvällen.',
    expectedLeaveAt: leavesAt,
    triageColour: 'TRIAGE_COLOUR_GREEN', frailty: 5, livesAlone: true,
  },
  erReference: 'Rum 4',
};
let held = true;
let deskList;
let erList;

async function step(actor, action, play) {
  const begun = performance.now();
  let result;
  try {
    result = await play();
  } catch (fault) {
    held = false;
    result = `DID NOT HOLD: ${fault.message.split('\n').slice(0, 4).join(' ')}`;
  }
  const milliseconds = (performance.now() - begun).toFixed(0);
  console.log(`${actor.padEnd(8)} ${action.padEnd(47)} ${result}  ${milliseconds} ms`);
}

await step('all', 'sign in', async () => {
  const enter = signIn(issuer);
  const names = {
    Eva: 'eva.akuten', Bibbi: 'bibbi.karlstad', Bengt: 'bengt.karlstad', Hanna: 'hanna.hammaro',
    Gunnar: 'gunnar.granskare',
  };
  for (const [name, user] of Object.entries(names)) {
    const token = await enter(user);
    people[name] = { token, call: caller(gateway, token) };
  }
  return 'nurse, three needs assessors, log auditor';
});

await step('Bibbi', 'watches Karlstads desk', async () => {
  deskList = await follow(gateway, '/handoff/v1/handoff-changes', people.Bibbi.token);
  erList = await follow(gateway, '/handoff/v1/sent-handoff-changes', people.Eva.token);
  await deskList.next((event) => event.kind === 'CHANGE_KIND_SNAPSHOT_END');
  return 'live';
});

await step('Eva', 'asks whether Selma should be asked', async () => {
  const { body } = await people.Eva.call('POST', '/handoff/v1/candidate-assessments', {
    ageYears: 96, frailty: 5, livesAlone: true, reasonCodes: ['REASON_CODE_FALL'], triageColour: 'TRIAGE_COLOUR_GREEN',
    canGoHome: true,
  });
  equal(body.isCandidate, true);
  return 'yes, by the rule of ' + body.ruleFrom;
});

await step('Eva', 'sends without consent', async () => {
  const without = { ...request, consent: { given: false } };
  const { status, body } = await people.Eva.call('POST', '/handoff/v1/handoffs', without);
  equal(`${status} ${body.code}`, '409 consent-missing');
  return `refused: ${body.code}`;
});

let requestedAt;
await step('Eva', 'sends Selma’s handoff, by postal code', async () => {
  requestedAt = performance.now();
  const { status, headers, body } = await people.Eva.call('POST', '/handoff/v1/handoffs', request);
  equal(status, 201);
  equal(headers.get('location'), `/handoff/v1/sent-handoffs/${handoffId}`);
  equal(body.desk.kommunCode, '1780');
  return `201, to ${body.desk.name}`;
});

await step('Bibbi', 'sees it', async () => {
  const { handoff: shown } = await deskList.next((event) => event.handoff?.handoffId === handoffId);
  equal(shown.person.name, 'Selma Nilsson');
  return `live, ${(performance.now() - requestedAt).toFixed(0)} ms after it was sent`;
});

await step('Eva', 'sends it again', async () => {
  const { status, body } = await people.Eva.call('POST', '/handoff/v1/handoffs', request);
  equal(`${status} ${body.version}`, '201 1');
  return 'the same answer';
});

await step('Hanna', 'in Hammarö looks for it', async () => {
  const { status } = await people.Hanna.call('GET', handoff);
  equal(status, 404);
  return '404, as if it were not there';
});

await step('Bibbi', 'and Bengt acknowledge at once', async () => {
  const acknowledge = (who) => who.call('POST', `${handoff}/acknowledgements`, {});
  const both = await Promise.all([acknowledge(people.Bibbi), acknowledge(people.Bengt)]);
  same(both.map((answer) => answer.status).sort(), [200, 409]);
  const first = both.find((answer) => answer.status === 200).body;
  const second = both.find((answer) => answer.status === 409).body;
  ok(second.detail.includes(first.acknowledgedBy.name));
  return `one; the other is told: “${second.detail}”`;
});

await step('Bibbi', 'starts, without an investigation', async () => {
  const { body } = await people.Bibbi.call('POST', `${handoff}/starts`, { investigation: false });
  equal(body.state, 'HANDOFF_STATE_STARTED');
  return 'started';
});

await step('Bibbi', 'may she look into the region’s records?', async () => {
  const { body } = await people.Bibbi.call('POST', `${handoff}/look-up-decisions`, {
    capacity: 'PERSON_CAPACITY_CAN_CONSENT', source: 'RECORD_SOURCE_CARE_PROVIDER', hasConsent: true, mayMatter: true,
  });
  equal(body.extent, 'LOOK_UP_EXTENT_NOTHING');
  return `no: ${body.law}`;
});

await step('Bibbi', 'answers: help on homecoming', async () => {
  const { status } = await people.Bibbi.call('POST', `${handoff}/outcomes`, {
    outcome: {
      kind: 'OUTCOME_KIND_EFFORT_ON_HOMECOMING',
      serviceStart: {
        what: 'Hemtjänst kväll', startsAt: leavesAt, contact: { name: 'Hemtjänsten', phone: '0980-319211' },
      },
    },
  });
  equal(status, 200);
  return 'recorded';
});

await step('Eva', 'sees outcome, start and contact', async () => {
  const answered = (event) => event.handoff?.handoffId === handoffId && event.handoff.answer;
  const { handoff: sent } = await erList.next(answered);
  same(Object.keys(sent.answer).sort(), ['contact', 'outcomeKind', 'startsAt']);
  ok(!JSON.stringify(sent).includes('Hemtjänst kväll'));
  return `${sent.answer.outcomeKind}, ${sent.answer.contact.phone}, and nothing else`;
});

await step('Bibbi', 'closes it', async () => {
  const { body } = await people.Bibbi.call('POST', `${handoff}/closings`, {});
  equal(body.state, 'HANDOFF_STATE_CLOSED');
  return 'closed';
});

await step('Gunnar', 'verifies the access log', async () => {
  const { body } = await people.Gunnar.call('POST', '/handoff/v1/access-log/verifications', {});
  equal(body.isIntact, true);
  return `${body.rows} rows, unbroken chain`;
});

await step('Gunnar', 'draws Selma’s extract', async () => {
  const page = (wanted) => people.Gunnar.call('POST', '/handoff/v1/access-log/extracts', {
    personNumber: number, limit: 100, page: wanted,
  });
  const last = (await page(1)).body._meta.totalPages;
  const entries = [...(await page(Math.max(1, last - 1))).body.entries, ...(await page(last)).body.entries];
  const who = new Set(entries.filter((row) => row.resourceId === handoffId).map((row) => row.userName));
  ok(who.has('Eva Sandgren') && [...who].length >= 2, [...who].join());
  return `seen by ${[...who].join(', ')}`;
});

deskList?.close();
erList?.close();
console.log(held ? 'every step held' : 'the story did not hold');
process.exitCode = held ? 0 : 1;
