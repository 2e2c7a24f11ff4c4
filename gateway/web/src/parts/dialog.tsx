import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  title: string;
  /** Absent: it cannot be put away, only answered. */
  onClose?: () => void;
  children: ComponentChildren;
  class?: string;
}

/** A modal dialog. Focus comes in when it opens, and goes back to where it was when it closes. */
export function Dialog({ title, onClose, children, class: name }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.isConnected && before.focus();
  }, []);
  return (
    <dialog
      ref={dialog} class={name} aria-labelledby={heading}
      onCancel={(event) => { event.preventDefault(); onClose?.(); }}
      onClick={(event) => event.target === dialog.current && onClose?.()}
    >
      <div class="dialog-body">
        <header>
          <h2 id={heading}>{title}</h2>
          {onClose && <button type="button" class="quiet" onClick={onClose} aria-label="Stäng">✕</button>}
        </header>
        {children}
      </div>
    </dialog>
  );
}
