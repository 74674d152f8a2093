import { createRoot } from 'react-dom/client'
import { openNewer } from './along/newer.ts'
import { Desk } from './app.tsx'
import './desk.css'

openNewer()
const place = document.getElementById('desk')
if (place !== null) createRoot(place).render(<Desk />)
