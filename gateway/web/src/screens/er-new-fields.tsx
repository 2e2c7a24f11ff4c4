import { dayOf } from '../format';
import { serviceNow } from '../clock';
import { checkNumber } from '../model/personnummer';
import { pastedPerson, type Pasted } from '../model/pasted';
import type { RequestValues } from '../model/request';
import { ColourMark } from '../parts/colour';
import { AreaField, ChoiceField, SelectField, TextField } from '../parts/field';
import { protectionWords, reasonWords, scopeWords } from '../words';

export interface Form {
  values: RequestValues;
  /** The code of the kommun that is proposed from the rest; '' when nothing tells it, null while that is not known. */
  proposed: string | null;
  /** The name of the kommun that it goes to: the one chosen, or else the one proposed. */
  kommun: string | undefined;
  kommuner: Readonly<Record<string, string>>;
  set(name: keyof RequestValues, value: string): void;
  fault(...fields: string[]): string | undefined;
}

const bind = (form: Form, name: keyof RequestValues) => ({
  name, value: form.values[name], onValue: (value: string) => form.set(name, value),
});

export function PersonFields(form: Form) {
  const check = checkNumber(form.values.number, dayOf(serviceNow()));
  const isProtected = form.values.protection !== 'PROTECTION_NONE';
  return (
    <>
      <TextField
        {...bind(form, 'number')} label="Personnummer" needed inputMode="numeric" autofocus maxLength={13}
        fault={check.is === 'wrong' ? check.why : form.fault('person.number')}
        hint={check.is === 'good' ? <>✓ {check.kind}{check.years !== null && `, ${check.years} år`}</>
          : 'Nummer, namn och postnummer kan klistras in på en gång.'}
        onPaste={(text) => {
          const person = pastedPerson(text);
          for (const [name, value] of Object.entries(person ?? {})) form.set(name as keyof Pasted, value);
          return person !== null;
        }}
      />
      <TextField {...bind(form, 'name')} label="Namn" needed maxLength={120} fault={form.fault('person.name')} />
      {!isProtected && (
        <TextField
          {...bind(form, 'postalCode')} label="Postnummer hemma" needed inputMode="numeric" maxLength={6}
          hint={form.kommun ? <>Går till <strong>{form.kommun}</strong></> : ' '}
          fault={form.fault('postalCode', ...(isKommunAsked(form) ? [] : ['kommunCode']))}
        />
      )}
      {isKommunAsked(form) && <KommunField {...form} />}
    </>
  );
}

/** Nothing else tells the kommun. Not before that is known: a field that comes and goes takes the next key. */
function isKommunAsked({ values, proposed }: Form): boolean {
  const isWhole = values.postalCode.replace(/\s/g, '').length === 5;
  return values.protection !== 'PROTECTION_NONE' || (isWhole && proposed === '');
}

function KommunField(form: Form) {
  const options = Object.entries(form.kommuner).sort(([, a], [, b]) => a.localeCompare(b, 'sv'));
  const isAsked = isKommunAsked(form);
  return (
    <SelectField
      {...bind(form, 'kommunCode')} label={isAsked ? 'Kommun' : 'Folkbokförd i en annan kommun'} needed={isAsked}
      options={[['', isAsked ? 'Välj …' : 'nej'], ...options]} fault={isAsked ? form.fault('kommunCode') : undefined}
      hint={form.values.protection === 'PROTECTION_NONE' ? ' '
        : 'För den som har skyddad identitet anges ingen adress.'}
    />
  );
}

const colours = ['RED', 'ORANGE', 'YELLOW', 'GREEN', 'BLUE'] as const;

export function NeedFields(form: Form) {
  const chosen = form.values.reasons.split(' ').filter(Boolean);
  const toggle = (code: string) => form.set('reasons',
    (chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code]).join(' '));
  return (
    <>
      <ChoiceField
        legend="Vad behövs hjälp med?" name="reasons" several options={Object.entries(reasonWords)} chosen={chosen}
        onChoose={toggle} fault={form.fault('need.reasonCodes')} hint="Pilarna flyttar, mellanslag väljer."
      />
      <AreaField
        {...bind(form, 'summary')} label="Beskriv hjälpen som behövs hemma" needed maxLength={2000}
        fault={form.fault('need.summary')}
      />
      <ChoiceField
        legend="RETTS-färg" name="colour" chosen={[form.values.colour]} fault={form.fault('need.triageColour')}
        options={colours.map((colour) => [`TRIAGE_COLOUR_${colour}`, <ColourMark key={colour} colour={colour} />])}
        onChoose={(colour) => form.set('colour', colour)}
      />
      <TextField
        {...bind(form, 'leaveTime')} label="Väntas gå hem klockan" inputMode="numeric" maxLength={5}
        hint="Som 1730 eller 17:30"
        fault={form.fault('need.expectedLeaveAt')}
      />
      <ChoiceField
        legend="Bor ensam?" name="livesAlone" options={[['yes', 'Ja'], ['no', 'Nej']]}
        chosen={[form.values.livesAlone]} onChoose={(answer) => form.set('livesAlone', answer)}
      />
    </>
  );
}

const frailties = Array.from({ length: 9 }, (_, i) => [String(i + 1), String(i + 1)] as const);

/** What is not always there. */
export function OtherFields(form: Form) {
  return (
    <details class="wide more">
      <summary>Mer: skydd, annan kommun, tolk, närstående, skörhet, er kontakt</summary>
      <div class="grid">
        <SelectField
          {...bind(form, 'protection')} label="Skyddade personuppgifter" needed
          options={[['PROTECTION_NONE', 'Nej'],
            ...Object.entries(protectionWords).filter(([code]) => code !== 'PROTECTION_UNSPECIFIED')]}
        />
        {!isKommunAsked(form) && <KommunField {...form} />}
        <SelectField {...bind(form, 'frailty')} label="Skörhet, 1–9" options={[['', 'inte bedömd'], ...frailties]} />
        <TextField {...bind(form, 'phone')} label="Personens telefon" type="tel" maxLength={40} />
        <TextField
          {...bind(form, 'interpreter')} label="Tolk, språkkod" maxLength={3} hint="Som fi, ar, so"
          fault={form.fault('person.interpreterLanguage')}
        />
        <TextField {...bind(form, 'kinName')} label="Närstående" maxLength={120} fault={form.fault('nextOfKin.name')} />
        <TextField {...bind(form, 'kinPhone')} label="Närståendes telefon" type="tel" maxLength={40} />
        <TextField {...bind(form, 'kinRelation')} label="Relation" maxLength={60} />
        <TextField {...bind(form, 'erName')} label="Vem kommunen ringer hos er" maxLength={120} />
        <TextField {...bind(form, 'erPhone')} label="Er telefon" type="tel" maxLength={40} />
        <TextField
          {...bind(form, 'erReference')} label="Er egen märkning" maxLength={40} hint="Som ”Rum 4”. Ses bara av er."
          fault={form.fault('erReference')}
        />
        <SelectField
          {...bind(form, 'scope')} label="Samtycket gäller" needed wide options={Object.entries(scopeWords)}
        />
        <TextField {...bind(form, 'speaker')} label="Den som förde personens talan" maxLength={120} />
        <SelectField
          {...bind(form, 'compulsory')} label="Vård enligt LVU eller LVM" needed
          options={[['', 'Nej'], ['yes', 'Ja']]}
        />
      </div>
    </details>
  );
}
