import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { writes } from '../api';
import { serviceNow } from '../clock';
import { useDraft } from '../drafts';
import { time } from '../format';
import { consentQuestion, noRequest, requestOf, type RequestValues } from '../model/request';
import { proposedKommun, type Source } from '../model/kommun';
import { postalLookUp } from '../model/postal';
import { ChoiceField, ProblemNote, faultOf } from '../parts/field';
import { useKommuner } from '../parts/kommuner';
import { useWrite } from '../parts/use-write';
import { go } from '../route';
import type { Session } from '../types';
import { Candidate } from './er-new-candidate';
import { NeedFields, OtherFields, PersonFields, type Form } from './er-new-fields';

const shown = [
  'person.number', 'person.name', 'person.phone', 'person.interpreterLanguage', 'kommunCode', 'postalCode',
  'need.reasonCodes', 'need.summary', 'need.triageColour', 'need.expectedLeaveAt', 'need.frailty', 'consent.given',
  'erReference',
];

/** A handoff, asked for by keyboard alone in half a minute: what is needed first, the rest behind a fold. */
export function ErNew({ session }: { session: Session }) {
  const draft = useDraft(session.userName, 'request', { ...noRequest, handoffId: crypto.randomUUID() });
  const values = draft.values as RequestValues;
  const writing = useWrite();
  const kommuner = useKommuner();
  const sources = useSources();
  const form = useRef<HTMLFormElement>(null);
  const proposed = sources && proposedKommun(values, sources);
  const kommun = kommuner[values.kommunCode || (proposed ?? '')];
  const fields: Form = {
    values, proposed, kommun, kommuner,
    set: draft.set as Form['set'],
    fault: (...names) => faultOf(writing.problem, ...names),
  };

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const request = requestOf(values, session.hsaId, serviceNow());
    const sent = await writing.run(
      'Skicka överlämningen', values.handoffId, writes.request(request),
      'Skickad. Du ser här när kommunen har tagit den.');
    if (sent.is === 'refused') {
      setTimeout(() => (form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
        ?? form.current?.querySelector<HTMLElement>('[role=alert]'))?.focus());
      return;
    }
    draft.clear();
    go('/er');
  }

  return (
    <form
      ref={form} class="grid request" onSubmit={(event) => void send(event)} noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) form.current?.requestSubmit();
      }}
    >
      <h1 tabIndex={-1} class="wide">Ny överlämning</h1>
      <PersonFields {...fields} />
      <NeedFields {...fields} />
      <Candidate values={values} />
      <ChoiceField
        legend="Samtycke: fråga personen" name="consent"
        hint={<span class="ask">{consentQuestion(kommun ?? '')}</span>}
        options={[['yes', 'Personen säger ja'], ['no', 'Personen säger nej']]} chosen={[values.consent]}
        fault={fields.fault('consent.given', 'consent')}
        onChoose={(answer) => {
          draft.set('consent', answer);
          draft.set('askedAt', new Date(serviceNow()).toISOString());
        }}
      />
      {values.consent === 'no' && <p class="problem wide">Utan samtycke skickas och sparas inget.</p>}
      {values.consent === 'yes' && (
        <p class="hint wide">Tillfrågad {time(values.askedAt)} av dig, {session.name}.</p>
      )}
      <OtherFields {...fields} />
      <div class="wide"><ProblemNote problem={writing.problem} shown={shown} /></div>
      <p class="buttons wide">
        <button class="primary" aria-disabled={writing.busy || values.consent === 'no'}>
          Skicka till {kommun ?? 'kommunen'} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
        <button type="button" onClick={() => { draft.clear(); go('/er'); }}>Släng</button>
      </p>
    </form>
  );
}

/** Who can tell a person's kommun; null while they are on their way. A register of the population comes first here. */
function useSources(): readonly Source[] | null {
  const [runs, take] = useState<string | null>(null);
  useEffect(() => {
    void import('virtual:postal').then((part) => take(part.default), () => take(''));
  }, []);
  return useMemo(() => {
    if (!runs) return runs === null ? null : [];
    const look = postalLookUp(runs);
    return [({ postalCode }) => look(postalCode)];
  }, [runs]);
}
