import { useState } from 'preact/hooks';
import { login, Refused } from './api/client.ts';
import { words } from './state.ts';

/** Where the server asks for its token. */
export function Login({ onEntered }: { readonly onEntered: () => void }) {
  const w = words.value;
  const [fault, setFault] = useState('');
  return (
    <main class="login">
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const token = String(new FormData(event.currentTarget).get('token') ?? '');
          try {
            await login(token);
            onEntered();
          } catch (error) {
            const wrong = error instanceof Refused && (error.status === 401 || error.status === 403);
            setFault(wrong ? w.tokenWrong : error instanceof Error ? error.message : String(error));
          }
        }}
      >
        <h1>kehoach</h1>
        <p>{w.tokenAsk}</p>
        <label class="block">
          {w.token}
          <input class="field" type="password" name="token" autocomplete="current-password" required />
        </label>
        <p class="fault" role="alert">
          {fault}
        </p>
        <button type="submit" class="button primary">
          {w.enter}
        </button>
      </form>
    </main>
  );
}
