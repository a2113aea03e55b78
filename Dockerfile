# Small, and without root: the build has what building needs, the image what running needs.
FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Nothing here needs an install script: without them nothing is compiled and nothing fetched from elsewhere.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY src ./src
COPY pipelines ./pipelines
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d
ENV NODE_ENV=production
# Reads scans in half the time of the build in WebAssembly, which comes with the program; its data comes with the program too.
# pdftoppm draws pages for those who review them.
RUN apt-get update \
  && apt-get install -y --no-install-recommends tesseract-ocr poppler-utils \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY pipelines ./pipelines
COPY fixtures ./fixtures
RUN ln -s /app/dist/shell/cli.js /usr/local/bin/kehoach && mkdir /data && chown node:node /data
# Documents in, records out: mount a folder of your own here.
WORKDIR /data
USER node
# A signal must reach the program itself, so that it gives back what it has in hand.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/dist/shell/cli.js"]
CMD ["worker"]
