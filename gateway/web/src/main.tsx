import { render } from 'preact';
import { App } from './app';
import './style/ground.css';
import './style/board.css';
import './style/form.css';

render(<App />, document.getElementById('app')!);
