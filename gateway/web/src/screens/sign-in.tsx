import { signInAddress } from '../api';

/** What came of a sign-in that came to nothing, as the gateway says in the address. */
const failures: Record<string, string> = {
  again: 'Inloggningen tog för lång tid eller var redan använd. Försök igen.',
  refused: 'Inloggningen godkändes inte.',
  unavailable: 'Inloggningen svarar inte just nu. Försök igen om en stund.',
};

export function SignIn() {
  const failure = failures[new URLSearchParams(location.search).get('sign-in') ?? ''];
  const back = failure ? '/' : location.pathname + location.search;
  return (
    <main class="sign-in">
      <h1>NaraVard</h1>
      <p>På väg hem från akuten: kommunen och akuten hjälps åt.</p>
      {failure && <p class="problem" role="alert">{failure}</p>}
      <p class="buttons"><a class="button primary" href={signInAddress(back)}>Logga in</a></p>
    </main>
  );
}
