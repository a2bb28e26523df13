import { createRoot } from 'react-dom/client'

/** The least a React page can be. It counts as one card, so the same clock stops for it. */
createRoot(document.getElementById('root')!).render(<p data-card="none">Lotse</p>)
