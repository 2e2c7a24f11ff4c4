{{/* The alias under which charts/naravard uses this chart: the name of everything here. */}}
{{- define "service.name" -}}
{{ .Chart.Name }}
{{- end }}

{{/* What tells this deployable's pods from all others. Never changes: a deployment's selector cannot. */}}
{{- define "service.selector" -}}
app.kubernetes.io/name: {{ include "service.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Labels of every object. */}}
{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/part-of: naravard
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* The settings of all deployables, then this one's, then where it listens and where those are that it calls. */}}
{{- define "service.settings" -}}
{{- $settings := merge (dict) .Values.settings (.Values.global.settings | default dict) }}
{{- range $name, $port := .Values.ports }}
{{- $_ := set $settings (printf "Endpoints__%s" (title $name)) (printf "http://0.0.0.0:%d" (int $port.number)) }}
{{- end }}
{{- $_ := set $settings "Endpoints__Operations" (printf "http://0.0.0.0:%d" (int .Values.operationsPort)) }}
{{- range $alias, $number := .Values.calls }}
{{- $_ := set $settings (printf "Services__%s__Address" $alias) (printf "http://%s:%d" $alias (int $number)) }}
{{- end }}
{{- range $name := keys $settings | sortAlpha }}
{{- printf "%s: %s\n" $name (get $settings $name | toString | quote) }}
{{- end }}
{{- end }}
