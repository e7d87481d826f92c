/// What sites in Spanish write around an article.
extension FurniturePhrase {
    static let spanish: [FurniturePhrase] = [
        .init(.shareBar, .anywhere, "compartir en facebook", matches: ["Compartir en Facebook"]),
        .init(.shareBar, .anywhere, "compartir en twitter", matches: ["Compartir en Twitter"]),
        .init(.shareBar, .anywhere, "compartir en x", matches: ["Compartir en X"]),
        .init(.shareBar, .anywhere, "compartir en whatsapp", matches: ["Compartir en WhatsApp"]),
        .init(.shareBar, .anywhere, "compartir en linkedin", matches: ["Compartir en LinkedIn"]),
        .init(.shareBar, .anywhere, "compartir esta noticia", matches: ["Compartir esta noticia"]),
        .init(.shareBar, .anywhere, "comparte esta noticia", matches: ["Comparte esta noticia"]),
        .init(.shareBar, .anywhere, "comparte este articulo", matches: ["Comparte este artículo"]),
        .init(.shareBar, .anywhere, "comparte esto", opensBlock: true, matches: ["Comparte esto:"]),
        .init(.shareBar, .anywhere, "compartir esto", opensBlock: true, matches: ["Compartir esto:"]),
        .init(.shareBar, [.edge, .neighbour], "compartir", matches: ["Compartir"]),
        .init(.shareBar, .edge, "enviar por correo", matches: ["Enviar por correo"]),
        .init(.shareBar, .anywhere, "copiar enlace", matches: ["Copiar enlace"]),
        .init(.shareBar, [.edge, .neighbour], "imprimir", matches: ["Imprimir"]),
        .init(.shareBar, .edge, "siguenos *", wordLimit: 6, matches: ["Síguenos en Facebook"]),
        .init(.shareBar, .anywhere, "me gusta esto", opensBlock: true, matches: ["Me gusta esto:"]),
        .init(.shareBar, .anywhere, "me gusta cargando", matches: ["Me gusta Cargando..."]),
        .init(.commentForm, .anywhere, "cancelar respuesta *", wordLimit: 8, matches: ["Cancelar respuesta"]),
        .init(.commentForm, .anywhere, "cancelar la respuesta *", wordLimit: 8, matches: ["Cancelar la respuesta"]),
        .init(
            .commentForm, .anywhere, "tu direccion de correo electronico no sera *", wordLimit: 16,
            matches: ["Tu dirección de correo electrónico no será publicada."]),
        .init(
            .commentForm, .anywhere, "los campos obligatorios estan marcados *", wordLimit: 8,
            matches: ["Los campos obligatorios están marcados con *"]),
        .init(
            .commentForm, .anywhere, "guarda mi nombre correo electronico *", wordLimit: 20,
            matches: ["Guarda mi nombre, correo electrónico y web en este navegador"]),
        .init(
            .commentForm, .tail, "deja un comentario *", wordLimit: 6, opensBlock: true, matches: ["Deja un comentario"]
        ),
        .init(
            .commentForm, .tail, "deja una respuesta *", wordLimit: 6, opensBlock: true, matches: ["Deja una respuesta"]
        ),
        .init(
            .commentForm, .tail, "escribe un comentario *", wordLimit: 6, opensBlock: true,
            matches: ["Escribe un comentario"]),
        .init(.commentForm, .tail, "comentarios", opensBlock: true, matches: ["Comentarios"]),
        .init(.commentForm, .edge, "0 comentarios", matches: ["5 comentarios"]),
        .init(.commentForm, .edge, "sin comentarios", matches: ["Sin comentarios"]),
        .init(.commentForm, .edge, "no hay comentarios", matches: ["No hay comentarios"]),
        .init(
            .commentForm, .tail, "los comentarios estan cerrados *", wordLimit: 4,
            matches: ["Los comentarios están cerrados"]),
        .init(.commentForm, .tail, "responder", matches: ["Responder"]),
        .init(.related, .tail, "articulos relacionados", opensBlock: true, matches: ["Artículos relacionados"]),
        .init(.related, .tail, "noticias relacionadas", opensBlock: true, matches: ["Noticias relacionadas"]),
        .init(.related, .tail, "contenido relacionado", opensBlock: true, matches: ["Contenido relacionado"]),
        .init(.related, .tail, "temas relacionados", opensBlock: true, matches: ["Temas relacionados"]),
        .init(.related, .tail, "relacionado", opensBlock: true, matches: ["Relacionado"]),
        .init(.related, .tail, "te puede interesar", opensBlock: true, matches: ["Te puede interesar"]),
        .init(.related, .tail, "tambien te puede interesar", opensBlock: true, matches: ["También te puede interesar"]),
        .init(.related, .tail, "lo mas leido", opensBlock: true, matches: ["Lo más leído"]),
        .init(.related, .tail, "lo mas visto", opensBlock: true, matches: ["Lo más visto"]),
        .init(
            .related, .tail, "mas noticias", opensBlock: true, matches: ["Más noticias"],
            misses: ["Más noticias llegan del puerto"]),
        .init(.related, .tail, "ultimas noticias", opensBlock: true, matches: ["Últimas noticias"]),
        .init(.related, .tail, "entradas recientes", opensBlock: true, matches: ["Entradas recientes"]),
        .init(.related, .tail, "etiquetas", opensBlock: true, matches: ["Etiquetas"]),
        .init(.credit, .anywhere, "lea tambien *", wordLimit: 16, matches: ["Lea también: El puerto no duerme"]),
        .init(.credit, .anywhere, "lee tambien *", wordLimit: 16, matches: ["Lee también: El puerto no duerme"]),
        .init(
            .credit, .edge, "te puede interesar *", wordLimit: 16, matches: ["Te puede interesar: El puerto no duerme"]),
        .init(.credit, .edge, "leer mas", matches: ["Leer más"]),
        .init(.credit, .anywhere, "seguir leyendo", matches: ["Seguir leyendo"]),
        .init(.credit, .anywhere, "continuar leyendo", matches: ["Continuar leyendo"]),
        .init(.credit, .edge, "mas informacion", matches: ["Más información"]),
        .init(
            .newsletter, .anywhere, "suscribete a nuestro boletin *", wordLimit: 12,
            matches: ["Suscríbete a nuestro boletín"]),
        .init(
            .newsletter, .anywhere, "suscribete a nuestra newsletter *", wordLimit: 12,
            matches: ["Suscríbete a nuestra newsletter"]),
        .init(.newsletter, .edge, "suscribete", matches: ["Suscríbete"]),
        .init(.newsletter, .edge, "suscribirse", matches: ["Suscribirse"]),
        .init(.newsletter, .edge, "tu correo electronico", matches: ["Tu correo electrónico"]),
        .init(
            .consent, .edge, "este sitio web utiliza cookies *", wordLimit: 60,
            matches: ["Este sitio web utiliza cookies"]),
        .init(.consent, .edge, "este sitio utiliza cookies *", wordLimit: 60, matches: ["Este sitio utiliza cookies"]),
        .init(
            .consent, .edge, "utilizamos cookies *", wordLimit: 60,
            matches: ["Utilizamos cookies propias y de terceros"]),
        .init(
            .consent, .edge, "si continua navegando *", wordLimit: 40, matches: ["Si continúa navegando, acepta su uso"]
        ),
        .init(.consent, .edge, "aceptar cookies", matches: ["Aceptar cookies"]),
        .init(.consent, .edge, "aceptar todo", matches: ["Aceptar todo"]),
        .init(.consent, .edge, "aceptar todas", matches: ["Aceptar todas"]),
        .init(.consent, .edge, "rechazar todo", matches: ["Rechazar todo"]),
        .init(.consent, .edge, "rechazar todas", matches: ["Rechazar todas"]),
        .init(.consent, .edge, "configurar cookies", matches: ["Configurar cookies"]),
        .init(.consent, .edge, "configuracion de cookies", matches: ["Configuración de cookies"]),
        .init(.consent, .edge, "politica de cookies", matches: ["Política de cookies"]),
        .init(.footer, .edge, "aviso legal", matches: ["Aviso legal"]),
        .init(.footer, .edge, "politica de privacidad", matches: ["Política de privacidad"]),
        .init(.footer, .edge, "terminos y condiciones", matches: ["Términos y condiciones"]),
        .init(.footer, .edge, "condiciones de uso", matches: ["Condiciones de uso"]),
        .init(.footer, .edge, "mapa del sitio", matches: ["Mapa del sitio"]),
        .init(
            .footer, .edge, "todos los derechos reservados *", wordLimit: 20, matches: ["Todos los derechos reservados"]
        ),
        .init(
            .footer, .edge, "* todos los derechos reservados", wordLimit: 14,
            matches: ["© 2024 El Faro. Todos los derechos reservados"]),
        .init(.footer, .edge, "prohibida su reproduccion *", matches: ["Prohibida su reproducción total o parcial"]),
        .init(.advertisement, .anywhere, "publicidad", matches: ["Publicidad"]),
        .init(.navigation, .anywhere, "saltar al contenido", matches: ["Saltar al contenido"]),
        .init(.navigation, .anywhere, "saltar al contenido principal", matches: ["Saltar al contenido principal"]),
        .init(.navigation, .anywhere, "ir al contenido", matches: ["Ir al contenido"]),
        .init(.navigation, .anywhere, "volver arriba", matches: ["Volver arriba"]),
        .init(.navigation, .edge, "tabla de contenidos", matches: ["Tabla de contenidos"]),
        .init(.navigation, .edge, "indice", matches: ["Índice"]),
        .init(.navigation, .edge, "volver al inicio", matches: ["Volver al inicio"]),
        .init(.navigation, .edge, "buscar", matches: ["Buscar"]),
        .init(.navigation, .edge, "iniciar sesion", matches: ["Iniciar sesión"]),
        .init(.navigation, .edge, "inicia sesion", matches: ["Inicia sesión"]),
        .init(.navigation, .edge, "cerrar sesion", matches: ["Cerrar sesión"]),
        .init(.navigation, .edge, "registrate", matches: ["Regístrate"]),
        .init(.navigation, .edge, "registrarse", matches: ["Registrarse"]),
        .init(.navigation, .edge, "olvidaste tu contrasena", matches: ["¿Olvidaste tu contraseña?"]),
        .init(.navigation, .edge, "mi cuenta", matches: ["Mi cuenta"]),
        .init(.pagination, .tail, "entrada anterior *", wordLimit: 12, opensBlock: true, matches: ["Entrada anterior"]),
        .init(
            .pagination, .tail, "entrada siguiente *", wordLimit: 12, opensBlock: true, matches: ["Entrada siguiente"]),
        .init(
            .pagination, .tail, "articulo anterior *", wordLimit: 12, opensBlock: true, matches: ["Artículo anterior"]),
        .init(
            .pagination, .tail, "articulo siguiente *", wordLimit: 12, opensBlock: true, matches: ["Artículo siguiente"]
        ),
        .init(.pagination, .tail, "navegacion de entradas", opensBlock: true, matches: ["Navegación de entradas"]),
        .init(.pagination, .edge, "pagina siguiente", matches: ["Página siguiente"]),
        .init(.pagination, .edge, "pagina anterior", matches: ["Página anterior"]),
        .init(.pagination, .edge, "ver mas", matches: ["Ver más"], misses: ["Ver más allá"]),
        .init(.pagination, .edge, "ver todo", matches: ["Ver todo"]),
        .init(.pagination, .edge, "ver todas", matches: ["Ver todas"]),
    ]
}
