import { useEffect, useState } from 'preact/hooks';
import * as api from '../api';
import { timeAndDay } from '../format';
import { serviceNow } from '../clock';
import { Dialog } from '../parts/dialog';
import { ProblemNote, TextField } from '../parts/field';
import { useKommuner } from '../parts/kommuner';
import { useWrite } from '../parts/use-write';
import { boardAddress, go } from '../route';
import { current } from '../session';
import type { ForwardPreview, Handoff, Problem } from '../types';
import { fieldWords } from '../words';

const shownMax = 8;

/** Sends it on to the right kommun: searched for by name, and looked at before it goes. */
export function ForwardForm({ handoff, onClose }: { handoff: Handoff; onClose: () => void }) {
  const kommuner = useKommuner();
  const [typed, type] = useState('');
  const [code, choose] = useState('');
  const found = Object.entries(kommuner)
    .filter(([other, name]) => other !== handoff.kommunCode && isFound(name, other, typed))
    .sort(([, a], [, b]) => a.localeCompare(b, 'sv'));
  return (
    <Dialog title="Skicka vidare" onClose={onClose}>
      <TextField
        label="Sök kommun" needed name="kommun" autofocus value={typed} onValue={(text) => { type(text); choose(''); }}
        hint={`${found.length} av ${Object.keys(kommuner).length} kommuner`}
      />
      <ul class="found" role="list">
        {found.slice(0, shownMax).map(([other, name]) => (
          <li key={other}>
            <button type="button" aria-pressed={code === other} onClick={() => choose(other)}>{name}</button>
          </li>
        ))}
      </ul>
      {code && <Preview key={code} handoff={handoff} code={code} name={kommuner[code] ?? code} onClose={onClose} />}
    </Dialog>
  );
}

const isFound = (name: string, code: string, typed: string) =>
  name.toLocaleLowerCase('sv').startsWith(typed.trim().toLocaleLowerCase('sv')) || code === typed.trim();

interface Props { handoff: Handoff; code: string; name: string; onClose: () => void }

function Preview({ handoff, code, name, onClose }: Props) {
  const [preview, show] = useState<ForwardPreview | null>(null);
  const [problem, tell] = useState<Problem | null>(null);
  const writing = useWrite();
  useEffect(() => {
    void api.previewForward(handoff.handoffId, code, current()?.antiForgery ?? '').then((result) => {
      if (result.is === 'done') show(result.body);
      else if (result.is === 'refused') tell(result.problem);
    });
  }, [code]);

  async function send(): Promise<void> {
    const id = handoff.handoffId;
    const sent = await writing.run(
      `Skicka vidare till ${name}`, id, api.writes.forward(id, code), `Skickad vidare till ${name}.`);
    if (sent.is === 'refused') return;
    onClose();
    if (sent.is === 'done') go(boardAddress());
  }

  if (problem) return <p class="fault" role="status">Går inte: {problem.detail}</p>;
  if (!preview) return <p role="status">Hämtar …</p>;
  const words = (fields: readonly string[]) => fields.flatMap((field) => fieldWords[field] ?? []).join(', ');
  return (
    <div class="preview" role="status">
      <h3>Till {preview.desk?.name ?? name}</h3>
      {preview.desk && !preview.desk.isOpen && (
        <p><strong>Stängt nu.</strong> {preview.desk.opensAt
          && `Öppnar ${timeAndDay(preview.desk.opensAt, serviceNow())}.`} {preview.desk.notice}</p>
      )}
      <dl>
        {preview.copied.length > 0 && <div><dt>Följer med</dt><dd>{words(preview.copied)}</dd></div>}
        {preview.needsMapping.length > 0 && <div><dt>Fylls i där</dt><dd>{words(preview.needsMapping)}</dd></div>}
        {preview.notCopied.length > 0 && <div><dt>Stannar här</dt><dd>{words(preview.notCopied)}</dd></div>}
      </dl>
      <ProblemNote problem={writing.problem} />
      {preview.forward.allowed
        ? <button type="button" class="primary" onClick={() => void send()}>Skicka vidare till {name}</button>
        : <p class="fault">Går inte: {preview.forward.reason}</p>}
    </div>
  );
}
