import './gallery.css'
import { createApp } from 'vue'
import { applyTheme } from '#renderer/theme/apply-theme.ts'
import GalleryPage from './GalleryPage.vue'

const asked = new URLSearchParams(location.search)
const theme = asked.get('theme')
applyTheme(theme === 'dark' || theme === 'system' ? theme : 'light')
document.documentElement.lang = asked.get('lang') ?? 'en'
createApp(GalleryPage, { part: asked.get('part') ?? 'pieces' }).mount('#gallery')
