import { signInAddress } from '../api';

export function SignIn() {
  return (
    <main class="sign-in">
      <h1>NaraVard</h1>
      <p>På väg hem från akuten: kommunen och akuten hjälps åt.</p>
      <p class="buttons">
        <a class="button primary" href={signInAddress(location.pathname + location.search)}>Logga in</a>
      </p>
    </main>
  );
}
