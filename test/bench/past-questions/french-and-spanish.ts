import type { Topic } from './topic';

export const french: readonly Topic[] = [
  [
    'Mon colis n’est toujours pas arrivé, où est-il ?',
    'Je n’ai encore rien reçu, pouvez-vous localiser le paquet ?',
    'Le suivi de ma livraison ne bouge plus depuis lundi',
    'Le transporteur fait une recherche ; sans résultat jeudi, nous renvoyons le même article.',
  ],
  [
    'Quand serai-je remboursé de mon retour ?',
    'J’ai renvoyé la veste mais l’argent n’est pas sur mon compte',
    'Combien de temps faut-il pour le remboursement ?',
    'Cinq jours ouvrés après contrôle à l’entrepôt, sur la carte qui a servi à l’achat.',
  ],
  [
    'J’ai oublié mon mot de passe',
    'Impossible de me connecter, je ne me souviens plus du code',
    'Comment réinitialiser l’accès à mon espace ?',
    'Sur la page d’accueil, « Besoin d’aide » envoie un lien par SMS.',
  ],
  [
    'Je voudrais résilier mon abonnement',
    'Comment mettre fin à ma formule mensuelle ?',
    'Je souhaite me désabonner avant le renouvellement',
    'Dans Compte, Contrats, Arrêter : l’accès reste ouvert jusqu’à la fin du mois payé.',
  ],
  [
    'Le vase est arrivé cassé',
    'L’assiette est brisée, il y a des morceaux partout dans le carton',
    'L’article reçu est abîmé sur un côté',
    'Une photo du carton suffit, un neuf part aujourd’hui et vous gardez l’autre.',
  ],
  [
    'J’ai été débité deux fois',
    'Il y a un double prélèvement sur mon relevé',
    'Le même achat apparaît en double à la banque',
    'L’une des lignes est une simple réservation qui disparaît sous huit jours.',
  ],
  [
    'Il me faut une facture au nom de la société',
    'Pouvez-vous m’envoyer un justificatif avec la TVA ?',
    'Notre comptable demande un reçu avec numéro de TVA',
    'Ajoutez le numéro sous Société puis téléchargez de nouveau le document.',
  ],
  [
    'Le code promo ne marche pas',
    'Mon bon de réduction est refusé au paiement',
    'Le coupon de la newsletter n’est pas valable ?',
    'Il vaut à partir de 50 euros, hors articles soldés.',
  ],
  [
    'Puis-je changer l’adresse de livraison ?',
    'J’ai déménagé, pouvez-vous expédier à mon nouveau domicile ?',
    'Je me suis trompé de numéro de rue en commandant',
    'Tant que le carton n’est pas fermé, cela se modifie dans Commandes.',
  ],
  [
    'Quelle taille choisir ?',
    'Le pantalon taille-t-il petit ?',
    'J’hésite entre deux tailles',
    'Nos coupes sont ajustées : prenez la plus grande, l’échange est gratuit.',
  ],
  [
    'Quand l’article sera-t-il de nouveau disponible ?',
    'La lampe est en rupture, en attendez-vous d’autres ?',
    'Aurez-vous bientôt du stock ?',
    'Dans deux semaines environ ; « Me prévenir » vous écrit le jour même.',
  ],
  [
    'L’application plante au démarrage',
    'Le logiciel se ferme dès que je l’ouvre',
    'Depuis la mise à jour, l’appli se bloque au lancement',
    'Supprimez-la, redémarrez, puis réinstallez depuis la boutique.',
  ],
];

export const spanish: readonly Topic[] = [
  [
    '¿Dónde está mi paquete? Todavía no ha llegado',
    'Sigo esperando el envío desde hace diez días',
    'El seguimiento de mi pedido no se mueve',
    'El transportista lo está buscando; si el jueves no aparece, enviamos otro igual.',
  ],
  [
    '¿Cuándo me devuelven el dinero?',
    'Mandé de vuelta los zapatos y no veo el reembolso',
    'La devolución llegó al almacén pero no me han abonado nada',
    'Cinco días laborables tras la revisión, en la misma tarjeta.',
  ],
  [
    'Olvidé mi contraseña',
    'No puedo entrar, no recuerdo la clave',
    '¿Cómo restablezco el acceso a mi cuenta?',
    'En la página de inicio, «Ayuda» manda un enlace por SMS.',
  ],
  [
    'Quiero cancelar la suscripción',
    '¿Cómo me doy de baja del plan?',
    'Deseo anular la cuota antes de que se renueve',
    'En Cuenta, Contratos, Terminar: queda activo hasta el final del mes pagado.',
  ],
  [
    'El jarrón llegó roto',
    'Al abrir la caja estaba todo hecho pedazos',
    'El artículo viene dañado por un lado',
    'Basta una foto de la caja, hoy sale uno nuevo y no hace falta devolver nada.',
  ],
  [
    'Me han cobrado dos veces',
    'Aparece un cargo duplicado en mi tarjeta',
    'El mismo pago figura doble en el banco',
    'Uno es solo una retención que desaparece en una semana.',
  ],
  [
    'Necesito una factura con el NIF de la empresa',
    '¿Pueden emitir un recibo para mi contabilidad?',
    'Me piden un comprobante a nombre de la sociedad',
    'Añada el número en Empresa y descargue el documento otra vez.',
  ],
  [
    'El cupón no funciona',
    'No me acepta el código de descuento',
    'El vale de la newsletter sale como no válido',
    'Vale desde 50 euros y no en artículos rebajados.',
  ],
  [
    '¿Puedo cambiar la dirección de entrega?',
    'Me he mudado, ¿lo pueden enviar a mi nueva casa?',
    'Puse mal el número de la calle al comprar',
    'Mientras no esté empaquetado se edita en Pedidos.',
  ],
  [
    '¿Qué talla me recomiendan?',
    '¿El abrigo da talla pequeña o grande?',
    'Dudo entre dos tamaños',
    'El corte es estrecho, mejor la mayor; el cambio es gratis.',
  ],
  [
    '¿Cuándo habrá existencias otra vez?',
    'La lámpara está agotada, ¿va a volver?',
    '¿Cuándo estará disponible de nuevo?',
    'En dos semanas; «Avisarme» le escribe ese mismo día.',
  ],
  [
    '¿A qué hora abren el sábado?',
    '¿Qué horario tiene la tienda el fin de semana?',
    '¿Están abiertos mañana sábado por la tarde?',
    'Los sábados de diez a cuatro; los domingos cerramos.',
  ],
];
