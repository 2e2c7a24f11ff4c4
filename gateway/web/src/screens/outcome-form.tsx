import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { codes, writes } from '../api';
import { serviceNow } from '../clock';
import { useDraft } from '../drafts';
import { dayOf, nextDays } from '../format';
import { neededBy, noAnswer, outcomeOf, type AnswerValues } from '../model/answer';
import { ChoiceField, faultOf, ProblemNote, SelectField, TextField } from '../parts/field';
import { useWrite } from '../parts/use-write';
import type { Handoff, Session } from '../types';
import type { Sent } from '../writes';
import { outcomeWords } from '../words';

interface Props { handoff: Handoff; session: Session; onClose: () => void; onSent: (sent: Sent) => void }

const shown = [
  'outcome', 'outcome.kind', 'outcome.serviceStart', 'outcome.serviceStart.what', 'outcome.serviceStart.startsAt',
  'outcome.serviceStart.contact', 'outcome.serviceStart.contact.name', 'outcome.serviceStart.contact.phone',
  'outcome.catalogueCode', 'outcome.referredTo',
];

/** What it led to, with the fields that its kind needs and no others. */
export function OutcomeForm({ handoff, session, onClose, onSent }: Props) {
  const first = { ...noAnswer, startDay: dayOf(serviceNow()) };
  const draft = useDraft(session.userName, `answer.${handoff.handoffId}`, first);
  const values = draft.values as AnswerValues;
  const writing = useWrite();
  const form = useRef<HTMLFormElement>(null);
  const days = nextDays(serviceNow(), 7);
  const needs = neededBy(values.kind);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:checked, input')?.focus(), []);

  async function send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const write = writes.answer(handoff.handoffId, outcomeOf(values));
    const sent = await writing.run('Svara', handoff.handoffId, write, 'Svaret är registrerat. Akuten ser utfallet.');
    if (sent.is === 'refused') {
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    draft.clear();
    onClose();
    onSent(sent);
  }

  const fault = (...fields: string[]) => faultOf(writing.problem, ...fields);
  const text = (name: keyof AnswerValues) => ({
    name, value: values[name], onValue: (value: string) => draft.set(name, value),
  });
  return (
    <form ref={form} class="grid" onSubmit={(event) => void send(event)} noValidate>
      <ProblemNote problem={writing.problem} shown={shown} />
      <ChoiceField
        legend="Vad ledde det till?" name="kind" options={Object.entries(outcomeWords)} chosen={[values.kind]}
        onChoose={(kind) => draft.set('kind', kind)} fault={fault('outcome', 'outcome.kind')}
      />
      {needs.includes('start') && (
        <>
          <TextField
            {...text('what')} label="Vilken hjälp" needed wide maxLength={200} hint="Stannar i kommunen."
            fault={fault('outcome.serviceStart', 'outcome.serviceStart.what')}
          />
          <SelectField {...text('startDay')} label="Börjar" needed options={days} />
          <TextField
            {...text('startTime')} label="Klockan" needed inputMode="numeric" maxLength={5} hint="Som 1730 eller 17:30"
            fault={fault('outcome.serviceStart.startsAt')}
          />
          <TextField
            {...text('contactName')} label="Vem akuten ringer" needed maxLength={120}
            fault={fault('outcome.serviceStart.contact', 'outcome.serviceStart.contact.name')}
          />
          <TextField
            {...text('contactPhone')} label="Telefon" needed type="tel" maxLength={40}
            fault={fault('outcome.serviceStart.contact.phone')}
          />
        </>
      )}
      {needs.includes('catalogue') && (
        <Catalogue {...text('catalogueCode')} fault={fault('outcome.catalogueCode')} />
      )}
      {needs.includes('referral') && (
        <TextField
          {...text('referredTo')} label="Hänvisad till" needed wide maxLength={200} hint="Stannar i kommunen."
          fault={fault('outcome.referredTo')}
        />
      )}
      <p class="hint wide">Till akuten går utfallet, när hjälpen börjar och vem de ringer. Inget annat.</p>
      <p class="buttons wide">
        <button class="primary" aria-disabled={writing.busy}>Skicka svaret</button>
        <button type="button" onClick={() => { draft.clear(); onClose(); }}>Avbryt</button>
      </p>
    </form>
  );
}

interface CatalogueProps { name: string; value: string; onValue: (value: string) => void; fault: string | undefined }

function Catalogue(props: CatalogueProps) {
  const [options, take] = useState<readonly (readonly [string, string])[]>([]);
  useEffect(() => {
    void codes().then((result) => {
      const list = result.is === 'done' && result.body.lists.find(({ name }) => name.includes('preventive'));
      if (list) take(list.entries.map(({ code, sv }) => [code, sv] as const));
    });
  }, []);
  return <SelectField {...props} label="Insats" needed wide options={[['', 'Välj …'], ...options]} />;
}
