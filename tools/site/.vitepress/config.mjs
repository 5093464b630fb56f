import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitepress'
import llvm from '../llvm.mjs'
import { slug } from '../slug.mjs'

const staged = new URL('../target/staged.json', import.meta.url)
const { sidebar, version } = JSON.parse(readFileSync(staged, 'utf8'))

export default defineConfig({
  title: 'offload4j',
  description: 'GPU-offload code generation for compilers, on the JVM',
  lang: 'en',
  base: process.env.SITE_BASE ?? '/',
  srcDir: 'target/pages',
  outDir: 'target/site',
  cacheDir: 'target/cache',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // links.mjs follows every link of what was built, those into the Javadoc too, which is not there yet
  ignoreDeadLinks: true,
  markdown: {
    // every colour can be told from what is behind it; look.mjs measures that
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // the same anchors as where the pages are read as files
    anchor: { slugify: slug },
    languages: [llvm],
    languageAlias: { fortran: 'fortran-free-form' },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/from-c' },
      { text: 'Embed it', link: '/embedding' },
      { text: 'Commands', link: '/commands' },
      {
        text: 'Java API',
        items: [
          { text: 'The library', link: '/api/codegen/index.html', target: '_self' },
          { text: 'Running what it makes', link: '/api/runtime-shim/index.html', target: '_self' },
        ],
      },
      { text: version, link: '/changelog' },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
    docFooter: { prev: 'Before', next: 'Next' },
  },
})
