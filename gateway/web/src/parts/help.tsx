import { useMemo, useRef, useState } from 'preact/hooks';
import { actions, keysOn, type Action } from '../keys';
import { useValue } from '../state';
import { Dialog } from './dialog';

/** The keys of the page, and the switch that turns single keys off. */
export function Help({ onClose }: { onClose: () => void }) {
  const all = useValue(actions);
  const on = useValue(keysOn);
  return (
    <Dialog title="Tangenter" onClose={onClose}>
      <dl class="keys">
        {all.filter((action) => action.keys).map((action) => (
          <div key={action.keys}><dt><Keys keys={action.keys} /></dt><dd>{action.name}</dd></div>
        ))}
        <div><dt><kbd>Ctrl</kbd> <kbd>K</kbd></dt><dd>Sök bland allt som går att göra</dd></div>
        <div><dt><kbd>Esc</kbd></dt><dd>Stäng en ruta</dd></div>
      </dl>
      <label class="switch">
        <input type="checkbox" checked={on} onChange={() => keysOn.change((was) => !was)} />
        Tangenter utan Ctrl är på
      </label>
    </Dialog>
  );
}

function Keys({ keys }: { keys: string }) {
  return <>{keys.split(' ').map((key, i) => <kbd key={i}>{key}</kbd>)}</>;
}

/** Everything that can be done here, found by typing. */
export function Palette({ onClose }: { onClose: () => void }) {
  const all = useValue(actions);
  const [typed, type] = useState('');
  const [at, move] = useState(0);
  const found = useMemo(() => searched(all, typed), [all, typed]);
  const list = useRef<HTMLUListElement>(null);
  const chosen = Math.min(at, found.length - 1);

  function run(action: Action | undefined): void {
    if (!action) return;
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => action.run());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      const next = (chosen + step + found.length) % found.length;
      move(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[chosen]);
    }
  }

  return (
    <Dialog title="Vad vill du göra?" onClose={onClose} class="palette">
      <input
        autofocus type="text" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-label="Sök"
        aria-activedescendant={found[chosen] ? `palette-${chosen}` : undefined} autocomplete="off"
        value={typed} onInput={(event) => { type(event.currentTarget.value); move(0); }} onKeyDown={onKeyDown}
      />
      <ul role="listbox" id="palette-list" ref={list} aria-label="Åtgärder">
        {found.map((action, i) => (
          <li
            key={action.name} id={`palette-${i}`} role="option" aria-selected={i === chosen} onClick={() => run(action)}
          >
            {action.name}{action.keys && <span><Keys keys={action.keys} /></span>}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>Inget heter så.</p>}
    </Dialog>
  );
}

function searched(all: readonly Action[], typed: string): readonly Action[] {
  const words = typed.toLocaleLowerCase('sv').split(/\s+/);
  const unique = [...new Map(all.map((action) => [action.name, action])).values()];
  return unique.filter((action) => words.every((word) => action.name.toLocaleLowerCase('sv').includes(word)));
}
