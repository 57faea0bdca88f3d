// One configuration for web/ and tests/: build-scripts/lint.sh runs it from the top.
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['**/node_modules/**', 'build/**']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        tsconfigRootDir: import.meta.dirname,
        project: ['./tsconfig.json', './tsconfig.tools.json', '../tests/tsconfig.json'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Lit's event listeners may be asynchronous.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // Parts of it run in the page that it measures.
    files: ['**/bench/page.mjs'],
    languageOptions: { globals: { document: false, requestAnimationFrame: false } },
  },
  {
    files: ['**/bench/kernels/*.mjs'],
    languageOptions: { globals: { location: false, TextDecoder: false, TextEncoder: false } },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'AbortController',
          'console',
          'fetch',
          'performance',
          'postMessage',
          'process',
          'setTimeout',
          'structuredClone',
          'TextEncoder',
          'URL',
          'WebAssembly',
          'Worker',
        ].map((name) => [name, false]),
      ),
    },
  },
)
