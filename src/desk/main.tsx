import { createRoot } from 'react-dom/client'
import { openNewer } from './along/newer.ts'
import { makeKeysEverywhere } from './along/plain-http.ts'
import { Desk } from './app.tsx'
import './desk.css'

makeKeysEverywhere()
openNewer()
const place = document.getElementById('desk')
if (place !== null) createRoot(place).render(<Desk />)
