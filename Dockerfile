# Two stages: what builds the wheels is not in the image that runs.
FROM python:3.12-slim AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
# Nothing is installed but what the lock lists by its hash; that the libraries come first keeps their layer.
COPY requirements.lock ./
RUN python -m venv /opt/bot && /opt/bot/bin/pip install --quiet --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN /opt/bot/bin/pip install --quiet --no-deps --no-build-isolation . && /opt/bot/bin/python -m compileall -q /opt/bot/lib

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /var/lib/bot --create-home bot
COPY --from=build /opt/bot /opt/bot
ENV PATH=/opt/bot/bin:$PATH PYTHONUNBUFFERED=1 METRICS_PORT=9100 LOG_FORMAT=json MPLCONFIGDIR=/tmp/matplotlib
USER bot
WORKDIR /var/lib/bot
# Made here, so that a volume in its place belongs to the bot.
RUN mkdir data
VOLUME /var/lib/bot/data
EXPOSE 9100
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["python", "-m", "bot.operations.probe"]
STOPSIGNAL SIGTERM
CMD ["bot", "run"]
