/** Where the browser keeps the choice of theme. */
export const THEME_KEY = 'tidemark:theme';

/** Runs before the first paint, so that a light choice never flashes dark. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='system'&&matchMedia('(prefers-color-scheme: light)').matches)document.documentElement.dataset.theme='light'}catch{}`;
