import { createRoot } from 'react-dom/client'
import { Desk } from './app.tsx'
import './desk.css'

const place = document.getElementById('desk')
if (place !== null) createRoot(place).render(<Desk />)
