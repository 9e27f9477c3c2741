import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { isOfEmergency, isOfList, isOfSignIn, isOfTable } from './vite/first-visit.ts';
import { fontsToFiles } from './vite/fonts-to-files.ts';
import { guide } from './vite/guide.ts';
import { serviceWorker } from './vite/service-worker.ts';

// Aspire's names for the API's address; the last is the port that the README gives.
const api = process.env['services__api__http__0'] ?? process.env['API_HTTP'] ?? 'http://127.0.0.1:5180';
const port = Number(process.env['PORT'] ?? 5173);
const server = {
  host: '127.0.0.1',
  port,
  strictPort: true,
  proxy: { '/api': api },
  // Made ready while the browser is still on its way here.
  warmup: { clientFiles: ['./src/main.tsx', './src/pages/*/*-page.tsx'] },
};

const config: UserConfig = {
  plugins: [fontsToFiles(), guide(), serviceWorker(), react()],
  server,
  preview: server,
  // Found before the first page asks: a dependency that Vite meets later makes it answer 504 to pages that are already open.
  optimizeDeps: { entries: ['index.html', 'src/**/*.{ts,tsx}', '!src/**/*.test.{ts,tsx}'] },
  build: {
    // A workspace's colours are computed from all of Cloudscape's tokens, 600 kB of them. Only a frame loads them.
    chunkSizeWarningLimit: 700,
    // A test reads it, for what a first visit loads.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Changes least, so browsers keep it from one release to the next.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack)\//, priority: 30 },
            // What the emergency needs is one file, and what the list of configs needs of Cloudscape another: in the many small ones
            // that pages share they would compress worse, and each costs a round trip.
            { name: (id, graph) => (isOfEmergency(id, graph) ? 'emergency' : null), debugName: 'emergency', priority: 20 },
            { name: (id, graph) => (isOfSignIn(id, graph) ? 'user-pool' : null), debugName: 'user-pool', priority: 15 },
            { name: (id, graph) => (/node_modules/.test(id) && isOfList(id, graph) ? 'list' : null), debugName: 'list', priority: 10 },
            { name: (id, graph) => (/node_modules/.test(id) && isOfTable(id, graph) ? 'table' : null), debugName: 'table', priority: 5 },
          ],
        },
      },
    },
  },
};

export default defineConfig(({ command }) => {
  if (command === 'build') {
    // Aspire sets development for every script. A build would then contain React's development code, which is slower.
    process.env['NODE_ENV'] = 'production';
  }
  return config;
});
