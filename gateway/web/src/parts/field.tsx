import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Problem } from '../types';

interface Common {
  label: string;
  hint?: ComponentChildren;
  fault?: string | undefined;
  needed?: boolean | undefined;
  /** How wide, of the form's columns. */
  wide?: boolean;
}

interface Parts { id: string; describedBy: string | undefined; invalid: boolean }

function Frame(props: Common & { children: (parts: Parts) => ComponentChildren }) {
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div class={`field${props.wide ? ' wide' : ''}${props.fault ? ' wrong' : ''}`}>
      <label for={id}>{props.label}{!props.needed && <span class="optional"> (valfritt)</span>}</label>
      {props.children({ id, describedBy: described || undefined, invalid: Boolean(props.fault) })}
      {props.hint && <p class="hint" id={`${id}-hint`}>{props.hint}</p>}
      {props.fault && <p class="fault" id={`${id}-fault`}>{props.fault}</p>}
    </div>
  );
}

interface Input {
  name: string;
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'tel';
  inputMode?: 'numeric';
  maxLength?: number;
  autofocus?: boolean;
  /** Answers whether it has taken care of what was pasted. */
  onPaste?: (text: string) => boolean;
}

export function TextField(
  { label, hint, fault, needed, wide, value, onValue, onPaste, type, ...rest }: Common & Input,
) {
  return (
    <Frame {...{ label, hint, fault, needed: needed ?? false, wide: wide ?? false }}>
      {({ id, describedBy, invalid }) => (
        <input
          autocomplete="off" {...rest} type={(type ?? 'text') as 'text'} id={id} value={value}
          aria-describedby={describedBy} aria-invalid={invalid} aria-required={needed ?? false}
          onInput={(event) => onValue(event.currentTarget.value)}
          onPaste={(event) => {
            if (onPaste?.(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
          }}
        />
      )}
    </Frame>
  );
}

export function AreaField(
  { label, hint, fault, needed, value, onValue, rows = 3, maxLength, name }:
    Common & { value: string; onValue: (value: string) => void; rows?: number; maxLength: number; name: string },
) {
  return (
    <Frame {...{ label, hint, fault, needed: needed ?? false, wide: true }}>
      {({ id, describedBy, invalid }) => (
        <textarea
          id={id} name={name} rows={rows} maxLength={maxLength} value={value} aria-describedby={describedBy}
          aria-invalid={invalid} aria-required={needed} onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Frame>
  );
}

export function SelectField(
  { label, hint, fault, needed, wide, value, onValue, options, name }:
    Common & {
      value: string; onValue: (value: string) => void; options: readonly (readonly [string, string])[]; name: string;
    },
) {
  return (
    <Frame {...{ label, hint, fault, needed: needed ?? false, wide: wide ?? false }}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id} name={name} value={value} aria-describedby={describedBy} aria-invalid={invalid}
          aria-required={needed} onChange={(event) => onValue(event.currentTarget.value)}
        >
          {options.map(([code, word]) => <option key={code} value={code}>{word}</option>)}
        </select>
      )}
    </Frame>
  );
}

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

interface Choices {
  legend: string;
  name: string;
  options: readonly (readonly [string, ComponentChildren])[];
  chosen: readonly string[];
  onChoose: (code: string) => void;
  fault?: string | undefined;
  /** Several may be chosen. */
  several?: boolean;
  hint?: ComponentChildren;
}

/**
 * Choices that are all seen at once. All together are one stop for the Tab key, with arrows between them: as where one
 * is chosen, so where several may be.
 */
export function ChoiceField({ legend, name, options, chosen, onChoose, fault, several, hint }: Choices) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const [stop, move] = useState(0);
  // There may be fewer now than when somebody was there last.
  const at = Math.min(stop, options.length - 1);
  const arrows = several && ((event: KeyboardEvent) => {
    const next = at + (steps[event.key] ?? 0);
    if (next === at || !options[next]) return;
    event.preventDefault();
    move(next);
    (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('input')[next]?.focus();
  });
  return (
    <fieldset class={`choices wide${fault ? ' wrong' : ''}`} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      <div onKeyDown={arrows || undefined}>
        {options.map(([code, word], i) => (
          <label key={code}>
            <input
              type={several ? 'checkbox' : 'radio'} name={name} value={code} checked={chosen.includes(code)}
              aria-invalid={Boolean(fault)} tabIndex={several && i !== at ? -1 : undefined} onFocus={() => move(i)}
              onChange={() => onChoose(code)}
            />
            <span>{word}</span>
          </label>
        ))}
      </div>
      {fault && <p class="fault" id={`${id}-fault`}>{fault}</p>}
    </fieldset>
  );
}

/** Why it was not done, at the top of a form; the faults of fields that the form does not show are listed. */
export function ProblemNote({ problem, shown = [] }: { problem: Problem | null; shown?: readonly string[] }) {
  if (!problem) return null;
  const others = problem.violations.filter((violation) => !shown.includes(violation.field));
  return (
    <div class="problem" role="alert">
      <strong>Inte gjort.</strong>{' '}
      {problem.violations.length > others.length ? 'Rätta det som är markerat.' : problem.detail || problem.title}
      {others.length > 0 && (
        <ul>{others.map((violation) => <li key={violation.field + violation.code}>{violation.message}</li>)}</ul>
      )}
    </div>
  );
}

/** Nobody answered, to what is not kept to be asked again. */
export const unreachable: Problem = {
  title: '', status: 0, code: '', violations: [], detail: 'Ingen kontakt just nu. Försök igen om en stund.',
};

/** What the service says of one field. */
export function faultOf(problem: Problem | null, ...fields: string[]): string | undefined {
  return problem?.violations.find((violation) => fields.includes(violation.field))?.message;
}
