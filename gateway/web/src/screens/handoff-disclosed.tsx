import { useState } from 'preact/hooks';
import { revealNumber } from '../api';
import { dayOf, timeAndDay } from '../format';
import { ageOf } from '../model/personnummer';
import { AreaField, faultOf, ProblemNote, unreachable } from '../parts/field';
import { current, ended } from '../session';
import type { Contact, Handoff, Problem } from '../types';
import { isProtected, languageName, protectionWords, reasonWords, scopeWords } from '../words';

/** What the ER has told, with the consent that lets it. */
export function Disclosed({ handoff, now }: { handoff: Handoff; now: number }) {
  const { person, need, consent } = handoff;
  if (!person || !need) {
    return (
      <section class="card" aria-labelledby="disclosed">
        <h2 id="disclosed">Vad akuten berättat</h2>
        <p>Samtycket är återkallat. Det som akuten berättade är borttaget.</p>
      </section>
    );
  }
  const age = ageOf(person.number, dayOf(now));
  return (
    <section class="card" aria-labelledby="disclosed">
      <h2 id="disclosed">Vad akuten berättat</h2>
      <p class="summary">{need.summary}</p>
      <dl>
        <Fact name="Orsak">{need.reasonCodes.map((code) => reasonWords[code] ?? code).join(', ')}</Fact>
        <Fact name="Personnummer"><PersonNumber handoff={handoff} />{age !== null && ` (${age} år)`}</Fact>
        {isProtected(person.protection) && (
          <Fact name="Skydd"><span class="tag">{protectionWords[person.protection]}</span> Lämna inte ut adress eller
            telefon, inte ens till anhöriga.</Fact>
        )}
        <Fact name="Telefon">{person.phone && <Phone number={person.phone} />}</Fact>
        <Fact name="Tolk">{person.interpreterLanguage && languageName(person.interpreterLanguage)}</Fact>
        <Fact name="Skörhet">{need.frailty !== undefined && `${need.frailty} av 9`}</Fact>
        <Fact name="Bor ensam">{need.livesAlone ? 'Ja' : 'Nej'}</Fact>
        <Fact name="Närstående">{somebody(handoff.nextOfKin)}</Fact>
        <Fact name="Ring akuten">{somebody(handoff.erContact)}</Fact>
        <Fact name="Akutens enhet">{handoff.erUnit}</Fact>
      </dl>
      {consent && (
        <>
          <h3>Samtycke</h3>
          <p>
            {consent.given ? 'Ja' : 'Nej'}, tillfrågad {timeAndDay(consent.askedAt, now)} av {consent.askedBy}. Gäller:
            {' '}{(scopeWords[consent.scope] ?? consent.scope).toLocaleLowerCase('sv')}.
            {consent.representative && <> Företräddes av {somebody(consent.representative)}.</>}
          </p>
        </>
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return children ? <div><dt>{name}</dt><dd>{children}</dd></div> : null;
}

function Phone({ number }: { number: string }) {
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a>;
}

function somebody(contact: Contact | undefined) {
  if (!contact || !(contact.name || contact.phone)) return null;
  return (
    <>
      {contact.name}{contact.relation && ` (${contact.relation})`}{' '}
      {contact.phone && <Phone number={contact.phone} />}
    </>
  );
}

/** A masked number is shown to whoever says why; the look is logged. It is gone again with the page. */
function PersonNumber({ handoff }: { handoff: Handoff }) {
  const [open, setOpen] = useState(false);
  const [reason, write] = useState('');
  const [problem, tell] = useState<Problem | null>(null);
  const [shown, show] = useState<string | null>(null);
  const mayAsk = handoff.allowedActions.some(({ action, allowed }) => action === 'number-disclosures' && allowed);

  async function reveal(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const result = await revealNumber(handoff.handoffId, reason, current()?.antiForgery ?? '');
    if (result.is === 'done') {
      show(result.body.number);
      setOpen(false);
    } else if (result.is === 'refused' && result.problem.status === 401) ended();
    else tell(result.is === 'refused' ? result.problem : unreachable);
  }

  return (
    <>
      <span class="number">{shown ?? handoff.person?.number}</span>{' '}
      {mayAsk && shown === null && !open && (
        <button type="button" class="small" onClick={() => setOpen(true)}>Visa numret</button>
      )}
      {open && (
        <form onSubmit={(event) => void reveal(event)} noValidate>
          <ProblemNote problem={problem} shown={['reason']} />
          <AreaField
            label="Varför behövs numret?" name="reason" needed rows={2} maxLength={200} value={reason} onValue={write}
            hint="Att du ser numret, och varför, skrivs i åtkomstloggen." fault={faultOf(problem, 'reason')}
          />
          <p class="buttons">
            <button class="primary">Visa numret</button>
            <button type="button" onClick={() => setOpen(false)}>Avbryt</button>
          </p>
        </form>
      )}
    </>
  );
}
