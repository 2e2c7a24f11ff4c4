import type { Filters, Show } from '../model/filters';
import type { Order } from '../model/order';
import { isShown } from '../model/filters';
import { ColourMark } from '../parts/colour';
import type { Colour, Handoff } from '../types';

const shows: readonly (readonly [Show, string])[] = [
  ['oppna', 'Öppna'], ['vantar', 'Väntar'], ['mina', 'Mina'], ['klara', 'Klara'],
];
const orders: readonly (readonly [Order, string])[] = [
  ['nyast', 'Nyast först'], ['behov', 'Färg, sedan längst väntan'], ['hemgang', 'Tidigast hem'],
];
const colours: readonly Colour[] = ['ORANGE', 'YELLOW', 'GREEN', 'BLUE'];

interface Props {
  rows: readonly Handoff[];
  filters: Filters;
  typed: string;
  hsaId: string;
  onType: (typed: string) => void;
  onFilter: (change: Partial<Filters>) => void;
}

export function BoardFilters({ rows, filters, typed, hsaId, onType, onFilter }: Props) {
  const count = (show: Show) => rows.filter((row) => isShown(row, { ...filters, show, colours: [] }, hsaId)).length;
  const toggled = (colour: Colour) => filters.colours.includes(colour)
    ? filters.colours.filter((other) => other !== colour) : [...filters.colours, colour];
  return (
    <div class="filters" role="group" aria-label="Urval">
      <div class="tabs">
        {shows.map(([show, word]) => (
          <button
            key={show} type="button" aria-pressed={filters.show === show} onClick={() => onFilter({ show })}
          >
            {word} {show !== 'klara' && <span class="count">{count(show)}</span>}
          </button>
        ))}
      </div>
      <div class="tabs">
        {colours.map((colour) => (
          <button
            key={colour} type="button" aria-pressed={filters.colours.includes(colour)}
            onClick={() => onFilter({ colours: toggled(colour) })}
          >
            <ColourMark colour={colour} />
          </button>
        ))}
      </div>
      <label>
        <span class="hidden">Ordning</span>
        <select value={filters.order} onChange={(event) => onFilter({ order: event.currentTarget.value as Order })}>
          {orders.map(([order, word]) => <option key={order} value={order}>{word}</option>)}
        </select>
      </label>
      <label>
        <span class="hidden">Sök på namn</span>
        <input
          id="board-search" type="search" placeholder="Namn" autocomplete="off" value={typed}
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
