import { useState } from 'preact/hooks';
import { decideLookUp } from '../api';
import { Dialog } from '../parts/dialog';
import { ChoiceField, faultOf, ProblemNote, unreachable } from '../parts/field';
import { current, ended } from '../session';
import type { Handoff, LookUpDecision, Problem } from '../types';
import { lookUpWords } from '../words';

const capacities = [
  ['PERSON_CAPACITY_CAN_CONSENT', 'Kan ta ställning själv'],
  ['PERSON_CAPACITY_UNABLE', 'Kan inte ta ställning, och inte bara tillfälligt'],
  ['PERSON_CAPACITY_EMERGENCY', 'Kan inte nu, och det är fara för liv eller hälsa'],
] as const;
const sources = [
  ['RECORD_SOURCE_CARE_PROVIDER', 'Vården'], ['RECORD_SOURCE_SOCIAL_CARE_PROVIDER', 'En annan omsorgsgivare'],
] as const;
const always = [
  ['mayMatter', 'Uppgifterna kan ha betydelse för utredningen eller insatsen'],
  ['receivesEfforts', 'Personen får insatser från kommunen nu'],
  ['isBlocked', 'Uppgifterna är spärrade'],
] as const;
const certainties: Record<string, readonly (readonly [string, string])[]> = {
  PERSON_CAPACITY_CAN_CONSENT: [['hasConsent', 'Personen har sagt ja till just det här'], ...always],
  PERSON_CAPACITY_UNABLE: [
    ['attitudeClarified', 'Personens inställning är klarlagd så långt det går'],
    ['noObjectionAssumed', 'Inget talar för att personen skulle säga nej'],
    ...always,
  ],
};

/** Asks whether the law lets the desk look into others' records now, by what whoever asks certifies. */
export function LookUpForm({ handoff, onClose }: { handoff: Handoff; onClose: () => void }) {
  const [capacity, choose] = useState('');
  const [source, from] = useState('');
  const [certain, certify] = useState<readonly string[]>([]);
  const [problem, tell] = useState<Problem | null>(null);
  const [decision, decide] = useState<LookUpDecision | null>(null);
  const offered = certainties[capacity] ?? always;
  const changed = <Value,>(set: (value: Value) => void) => (value: Value) => { decide(null); set(value); };

  async function ask(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const certified = Object.fromEntries(offered.map(([name]) => [name, certain.includes(name)]));
    const result = await decideLookUp(
      handoff.handoffId, { ...certified, ...(capacity && { capacity }), ...(source && { source }) },
      current()?.antiForgery ?? '');
    if (result.is === 'refused' && result.problem.status === 401) return ended();
    decide(result.is === 'done' ? result.body : null);
    tell(result.is === 'done' ? null : result.is === 'refused' ? result.problem : unreachable);
  }

  return (
    <Dialog title="Får jag läsa andras uppgifter?" onClose={onClose}>
      <form class="grid" onSubmit={(event) => void ask(event)} noValidate>
        <p class="wide">
          {handoff.hasInvestigation ? 'En utredning pågår.' : 'Ingen utredning är inledd.'} Samtycket till överlämningen
          räcker inte för att läsa.
        </p>
        <ChoiceField
          legend="Vems uppgifter?" name="source" options={sources} chosen={[source]} onChoose={changed(from)}
          fault={faultOf(problem, 'source')}
        />
        <ChoiceField
          legend="Personen" name="capacity" options={capacities} chosen={[capacity]} onChoose={changed(choose)}
          fault={faultOf(problem, 'capacity')}
        />
        <ChoiceField
          legend="Jag intygar" name="certain" several options={offered} chosen={certain}
          onChoose={(name) => changed(certify)(
            certain.includes(name) ? certain.filter((other) => other !== name) : [...certain, name])}
        />
        <div class="wide"><ProblemNote problem={problem} shown={['source', 'capacity']} /></div>
        <div class="wide" role="status">
          {decision && (
            <div class="note">
              <p><strong>{lookUpWords[decision.extent]}</strong> {decision.reason}</p>
              <p class="small">{decision.law}. Frågan och svaret står i åtkomstloggen.</p>
            </div>
          )}
        </div>
        <p class="buttons wide"><button class="primary">Fråga</button></p>
      </form>
    </Dialog>
  );
}
